package io.tenderhub.workspace;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

class RegisterTest {
    private static final Instant NOW = Instant.parse("2026-11-21T08:00:00Z");
    private static final int ROUNDS = 2_000;

    private static Version<String> version(String writer, long count, VectorClock seen, String value) {
        return new Version<>(new Dot(writer, count), seen, value, NOW);
    }

    @Test
    void keepsOnlyTheLaterOfTwoThatKnowOfEachOther() {
        Version<String> first = version("anna", 1, VectorClock.NOTHING, "old");
        Version<String> second = version("bob", 1, VectorClock.NOTHING.with(first.dot()), "new");

        assertThat(Register.of(first).with(second).versions()).containsExactly(second);
        assertThat(Register.of(second).with(first).versions()).containsExactly(second);
    }

    @Test
    void keepsBothOfTwoThatDoNot() {
        Register<String> both = Register.of(version("anna", 1, VectorClock.NOTHING, "one"))
                .with(version("bob", 1, VectorClock.NOTHING, "other"));

        assertThat(both.values()).containsExactly("one", "other");
        assertThat(both.isDisputed()).isTrue();
    }

    @Test
    void keepsTwoTabsOfOneUserApart() {
        Register<String> both = Register.of(version("anna", 1, VectorClock.NOTHING, "one"))
                .with(version("anna", 2, VectorClock.NOTHING, "other"));

        assertThat(both.values()).containsExactly("one", "other");
    }

    @Test
    void seesNoDisputeWhereTwoWroteTheSame() {
        Register<String> both = Register.of(version("anna", 1, VectorClock.NOTHING, "same"))
                .with(version("bob", 1, VectorClock.NOTHING, "same"));

        assertThat(both.values()).containsExactly("same");
        assertThat(both.isDisputed()).isFalse();
        assertThat(both.versions()).hasSize(2);
    }

    @Test
    void mergesTheSameInAnyOrderAndHoweverOften() {
        Random random = new Random(7);
        for (int round = 0; round < ROUNDS; round++) {
            List<Replica> replicas = Replica.afterALife(random);
            Register<String> a = replicas.get(0).register;
            Register<String> b = replicas.get(1).register;
            Register<String> c = replicas.get(2).register;

            assertThat(a.merge(b)).isEqualTo(b.merge(a));
            assertThat(a.merge(b).merge(c)).isEqualTo(a.merge(b.merge(c)));
            assertThat(a.merge(a)).isEqualTo(a);
            assertThat(a.merge(b).merge(b)).isEqualTo(a.merge(b));
        }
    }

    @Test
    void endsTheSameOnAllReplicasAndKeepsWhateverIsNotKnownByALaterOne() {
        Random random = new Random(8);
        for (int round = 0; round < ROUNDS; round++) {
            List<Replica> replicas = Replica.afterALife(random);
            List<Version<String>> written = replicas.stream()
                    .flatMap(replica -> replica.written.stream())
                    .toList();
            Register<String> end = Register.empty();
            for (Replica replica : replicas) {
                end = end.merge(replica.register);
            }
            Collections.shuffle(replicas, random);
            Register<String> otherEnd = Register.empty();
            for (Replica replica : replicas) {
                otherEnd = replica.register.merge(otherEnd);
            }

            assertThat(otherEnd).isEqualTo(end);
            assertThat(end.versions())
                    .containsExactlyInAnyOrderElementsOf(written.stream()
                            .filter(mine -> written.stream().noneMatch(other -> other != mine && other.knows(mine)))
                            .toList());
        }
    }

    /** A place of its own where one writer writes and what others wrote arrives now and then. */
    private static final class Replica {
        private final String writer;
        private final List<Version<String>> written = new ArrayList<>();
        private VectorClock clock = VectorClock.NOTHING;
        private Register<String> register = Register.empty();

        private Replica(String writer) {
            this.writer = writer;
        }

        static List<Replica> afterALife(Random random) {
            List<Replica> replicas = new ArrayList<>();
            for (int i = 0; i < 3 + random.nextInt(3); i++) {
                replicas.add(new Replica("writer-" + i));
            }
            for (int step = 0; step < 3 + random.nextInt(20); step++) {
                Replica one = replicas.get(random.nextInt(replicas.size()));
                if (random.nextBoolean()) {
                    one.write("value " + random.nextInt(5));
                } else {
                    one.hear(replicas.get(random.nextInt(replicas.size())));
                }
            }
            return replicas;
        }

        private void write(String value) {
            Version<String> version = new Version<>(clock.next(writer), clock, value, NOW);
            written.add(version);
            register = register.with(version);
            clock = clock.with(version.dot());
        }

        private void hear(Replica other) {
            register = register.merge(other.register);
            clock = clock.merge(other.clock);
        }
    }
}
