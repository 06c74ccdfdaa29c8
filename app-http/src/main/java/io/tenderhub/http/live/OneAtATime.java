package io.tenderhub.http.live;

import java.util.concurrent.Executor;
import java.util.concurrent.atomic.AtomicBoolean;

/** Work that is asked for again and again: while it waits for its turn, or is being done, asking adds nothing. */
final class OneAtATime {
    private final Executor executor;
    private final Runnable work;
    private final AtomicBoolean begun = new AtomicBoolean();

    OneAtATime(Executor executor, Runnable work) {
        this.executor = executor;
        this.work = work;
    }

    void begin() {
        if (!begun.getAndSet(true)) {
            executor.execute(this::toItsEnd);
        }
    }

    private void toItsEnd() {
        try {
            work.run();
        } finally {
            begun.set(false);
        }
    }
}
