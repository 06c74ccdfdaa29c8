package io.tenderhub.redis;

import java.time.Duration;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Whether Redis is worth asking: not for a while after some failures in a row. */
final class Availability {
    private static final Logger LOG = LoggerFactory.getLogger(Availability.class);

    private final int limit;
    private final Duration pause;
    private int failuresInARow;
    private long pausedSince;

    Availability(int limit, Duration pause) {
        this.limit = limit;
        this.pause = pause;
    }

    /** Whether to ask now. When a pause is over one caller is let through; the others go on pausing until it succeeds. */
    synchronized boolean permits() {
        if (failuresInARow < limit) {
            return true;
        }
        long now = System.nanoTime();
        if (now - pausedSince < pause.toNanos()) {
            return false;
        }
        pausedSince = now;
        return true;
    }

    synchronized void succeeded() {
        if (failuresInARow >= limit) {
            LOG.info("Redis answers again");
        }
        failuresInARow = 0;
    }

    synchronized void failed(RuntimeException failure) {
        pausedSince = System.nanoTime();
        failuresInARow = Math.min(failuresInARow + 1, limit + 1);
        if (failuresInARow == limit) {
            LOG.warn(
                    "Redis failed {} times in a row, reads leave it alone for {}: {}",
                    limit,
                    pause,
                    failure.toString());
        }
    }
}
