package io.tenderhub.event;

import java.time.Duration;

/** Wakes one who waits; a call that comes just before the wait is not lost. */
final class Wakeup {
    private long calls;

    synchronized long calls() {
        return calls;
    }

    synchronized void call() {
        calls++;
        notifyAll();
    }

    /** Returns when there were more calls than those that were seen, or after the pause. */
    synchronized void await(long seen, Duration pause) throws InterruptedException {
        long end = System.nanoTime() + pause.toNanos();
        while (calls == seen) {
            long left = end - System.nanoTime();
            if (left <= 0) {
                return;
            }
            wait(left / 1_000_000, (int) (left % 1_000_000));
        }
    }
}
