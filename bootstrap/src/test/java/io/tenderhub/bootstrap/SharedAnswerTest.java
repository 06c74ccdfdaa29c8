package io.tenderhub.bootstrap;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Optional;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;

class SharedAnswerTest {
    private static final Duration PATIENCE = Duration.ofSeconds(2);

    private final AtomicInteger asked = new AtomicInteger();
    private final AtomicLong nanos = new AtomicLong();
    private final Deque<Runnable> begun = new ArrayDeque<>();
    private final SharedAnswer<Integer> answer = new SharedAnswer<>(asked::incrementAndGet, begun::add, nanos::get);

    @Test
    void whoComesWhileTheQuestionIsBeingAnsweredGetsTheSameAnswer() {
        for (int caller = 0; caller < 100; caller++) {
            answer.begin();
        }
        assertThat(begun).hasSize(1);

        begun.remove().run();

        assertThat(answer.begunWithin(PATIENCE)).contains(1);
        assertThat(answer.begunWithin(PATIENCE)).contains(1);
    }

    @Test
    void whoComesAfterTheAnswerAsksAnew() {
        answer.begin();
        begun.remove().run();

        answer.begin();
        begun.remove().run();

        assertThat(answer.begunWithin(PATIENCE)).contains(2);
    }

    @Test
    void patienceCountsFromWhenTheQuestionWasPut() {
        answer.begin();
        nanos.set(PATIENCE.toNanos());

        // Would wait for ever if it counted from now: nobody runs what was begun.
        assertThat(answer.within(PATIENCE)).isEmpty();
        assertThat(begun).as("what hangs is not begun a second time").hasSize(1);
    }

    @Test
    void aFailureIsNoAnswerAndTheNextOneAsksAnew() {
        AtomicInteger attempts = new AtomicInteger();
        SharedAnswer<String> failsFirst = new SharedAnswer<>(
                () -> {
                    if (attempts.incrementAndGet() == 1) {
                        throw new IllegalStateException("away");
                    }
                    return "back";
                },
                Runnable::run,
                nanos::get);

        assertThat(failsFirst.within(PATIENCE)).isEmpty();
        assertThat(failsFirst.within(PATIENCE)).contains("back");
    }

    @Test
    void thereIsNoAnswerWhenTheProgramEnds() {
        SharedAnswer<String> ending = new SharedAnswer<>(
                () -> "never",
                work -> {
                    throw new RejectedExecutionException();
                },
                nanos::get);

        assertThat(ending.within(PATIENCE)).isEmpty();
    }

    @Test
    void aRecentAnswerIsNotAskedForAgainAlsoIfThereWasNone() {
        AtomicInteger attempts = new AtomicInteger();
        RecentAnswer<Integer> recent = new RecentAnswer<>(
                new SharedAnswer<>(
                        () -> {
                            if (attempts.incrementAndGet() == 1) {
                                throw new IllegalStateException("away");
                            }
                            return attempts.get();
                        },
                        Runnable::run,
                        nanos::get),
                Duration.ofSeconds(5),
                PATIENCE,
                nanos::get);

        assertThat(recent.get()).isEmpty();
        assertThat(recent.get()).isEqualTo(Optional.empty());
        assertThat(attempts).hasValue(1);
        nanos.set(Duration.ofSeconds(5).toNanos());
        assertThat(recent.get()).contains(2);
        assertThat(recent.get()).contains(2);
    }
}
