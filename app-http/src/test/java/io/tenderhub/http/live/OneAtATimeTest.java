package io.tenderhub.http.live;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayDeque;
import java.util.Queue;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

class OneAtATimeTest {
    private final Queue<Runnable> waiting = new ArrayDeque<>();
    private final AtomicInteger done = new AtomicInteger();

    @Test
    void whatIsAskedForWhileItWaitsIsDoneOnce() {
        OneAtATime work = new OneAtATime(waiting::add, done::incrementAndGet);

        work.begin();
        work.begin();
        work.begin();

        assertThat(waiting).hasSize(1);
        waiting.remove().run();
        work.begin();
        assertThat(waiting).hasSize(1);
    }

    @Test
    void whatFailedIsDoneAgain() {
        OneAtATime work = new OneAtATime(waiting::add, () -> {
            throw new IllegalStateException("fails");
        });

        work.begin();
        assertThatThrownBy(waiting.remove()::run).hasMessage("fails");
        work.begin();

        assertThat(waiting).hasSize(1);
    }
}
