package io.tenderhub.contract;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.tenderhub.popularity.Popular;
import io.tenderhub.popularity.PopularTenders;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** What {@link PopularTenders} promises; by a list that is not behind its counts. */
public abstract class PopularTendersContract {
    protected final MovableClock clock = new MovableClock(Instant.parse("2026-11-21T22:00:00Z"));

    /** By {@link #clock}. */
    protected abstract PopularTenders popular();

    @Test
    void aViewCountsOnceAndASaveFiveTimes() {
        popular().seen("viewed");
        popular().seen("viewed");
        popular().saved("saved");
        popular().seen("both");
        popular().saved("both");

        assertThat(popular().top(10))
                .containsExactly(new Popular("both", 6), new Popular("saved", 5), new Popular("viewed", 2));
    }

    @Test
    void nothingIsPopularAtFirst() {
        assertThat(popular().top(5)).isEmpty();
    }

    @Test
    void showsAsManyAsAskedForEqualOnesByOcid() {
        for (String ocid : List.of("d", "b", "a", "c")) {
            popular().seen(ocid);
        }
        popular().seen("c");

        assertThat(popular().top(3)).containsExactly(new Popular("c", 2), new Popular("a", 1), new Popular("b", 1));
        assertThat(popular().top(1)).containsExactly(new Popular("c", 2));
        assertThatIllegalArgumentException().isThrownBy(() -> popular().top(0));
    }

    @Test
    void addsUpTheDaysOfAWeek() {
        for (int day = 0; day < 7; day++) {
            popular().seen("ocds-1");
            clock.advance(Duration.ofDays(day < 6 ? 1 : 0));
        }

        assertThat(popular().top(5)).containsExactly(new Popular("ocds-1", 7));
    }

    @Test
    void forgetsADayAfterAWeek() {
        popular().saved("old");
        clock.advance(Duration.ofDays(1));
        popular().seen("new");

        clock.advance(Duration.ofDays(5));
        assertThat(popular().top(5)).containsExactly(new Popular("old", 5), new Popular("new", 1));
        clock.advance(Duration.ofDays(1));
        assertThat(popular().top(5)).containsExactly(new Popular("new", 1));
        clock.advance(Duration.ofDays(1));
        assertThat(popular().top(5)).isEmpty();
    }

    @Test
    void daysBeginAtMidnightInUtc() {
        popular().seen("ocds-1");
        clock.advance(Duration.ofDays(6).plusHours(2).minusMillis(1));
        assertThat(popular().top(5)).hasSize(1);

        clock.advance(Duration.ofMillis(1));
        assertThat(popular().top(5)).isEmpty();
    }

    @Test
    void takesOcidsOfAnyLetters() {
        List<String> ocids = List.of("", " ", "{a}", "a:b", "工事", "x".repeat(5_000));
        ocids.forEach(popular()::seen);

        assertThat(popular().top(10)).extracting(Popular::ocid).containsExactlyInAnyOrderElementsOf(ocids);
    }

    @Test
    void countsEachOfManyAtOnce() throws Exception {
        Simultaneously.run(8, thread -> () -> {
            IntStream.range(0, 100).forEach(i -> popular().seen("ocds-" + i % 2));
            return true;
        });

        assertThat(popular().top(5)).containsExactly(new Popular("ocds-0", 400), new Popular("ocds-1", 400));
    }
}
