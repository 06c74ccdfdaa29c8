package io.tenderhub.benchmarks;

import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;

/** What the handler that does nothing does: it counts, and says when it began if anybody waits for that. */
final class Arrivals {
    private static final int PATIENCE_SECONDS = 60;

    private final AtomicLong count = new AtomicLong();
    private final BlockingQueue<Long> begun = new LinkedBlockingQueue<>();
    private volatile boolean timed;

    void arrive(int events) {
        if (timed) {
            begun.add(System.nanoTime());
        }
        count.addAndGet(events);
    }

    void reset() {
        count.set(0);
        begun.clear();
    }

    void time() {
        timed = true;
    }

    long count() {
        return count.get();
    }

    /** When the handler began with the next event. */
    long next() throws InterruptedException {
        Long at = begun.poll(PATIENCE_SECONDS, TimeUnit.SECONDS);
        if (at == null) {
            throw new IllegalStateException("no event came");
        }
        return at;
    }
}
