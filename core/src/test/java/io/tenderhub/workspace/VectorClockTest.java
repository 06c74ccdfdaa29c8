package io.tenderhub.workspace;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.tenderhub.workspace.VectorClock.Order;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;

class VectorClockTest {
    private static final List<String> WRITERS = List.of("anna", "bob", "carl");

    private static VectorClock clock(Map<String, Long> counts) {
        return new VectorClock(counts);
    }

    @Test
    void coversWhatItHasCounted() {
        VectorClock clock = clock(Map.of("anna", 3L));

        assertThat(clock.covers(new Dot("anna", 3))).isTrue();
        assertThat(clock.covers(new Dot("anna", 4))).isFalse();
        assertThat(clock.covers(new Dot("bob", 1))).isFalse();
        assertThat(clock.covers(VectorClock.NOTHING)).isTrue();
    }

    @Test
    void tellsBeforeFromAfterFromConcurrent() {
        VectorClock one = clock(Map.of("anna", 1L));
        VectorClock both = clock(Map.of("anna", 1L, "bob", 1L));
        VectorClock other = clock(Map.of("anna", 2L));

        assertThat(one.compare(both)).isEqualTo(Order.BEFORE);
        assertThat(both.compare(one)).isEqualTo(Order.AFTER);
        assertThat(both.compare(other)).isEqualTo(Order.CONCURRENT);
        assertThat(both.compare(one.with(new Dot("bob", 1)))).isEqualTo(Order.SAME);
    }

    @Test
    void countsFromOne() {
        assertThatThrownBy(() -> clock(Map.of("anna", 0L))).isInstanceOf(IllegalArgumentException.class);
        assertThat(VectorClock.NOTHING.next("anna")).isEqualTo(new Dot("anna", 1));
    }

    @Test
    void mergesLikeALatticeHoweverClocksStandToEachOther() {
        Random random = new Random(1);
        for (int round = 0; round < 5_000; round++) {
            VectorClock a = random(random);
            VectorClock b = random(random);
            VectorClock c = random(random);

            assertThat(a.merge(b)).isEqualTo(b.merge(a));
            assertThat(a.merge(b).merge(c)).isEqualTo(a.merge(b.merge(c)));
            assertThat(a.merge(a)).isEqualTo(a);
            assertThat(a.merge(b).covers(a)).isTrue();
            assertThat(a.covers(b)).isEqualTo(a.merge(b).equals(a));
            assertThat(a.covers(b)).isEqualTo(List.of(Order.SAME, Order.AFTER).contains(a.compare(b)));
        }
    }

    private static VectorClock random(Random random) {
        Map<String, Long> counts = new HashMap<>();
        for (String writer : WRITERS) {
            long count = random.nextInt(4);
            if (count > 0) {
                counts.put(writer, count);
            }
        }
        return clock(counts);
    }
}
