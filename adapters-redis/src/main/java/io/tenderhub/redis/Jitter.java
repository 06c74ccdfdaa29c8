package io.tenderhub.redis;

import java.time.Duration;
import java.util.concurrent.ThreadLocalRandom;

/** Keeps what was stored together from expiring together. */
final class Jitter {
    private static final double MOST = 0.1;

    private Jitter() {}

    /** Up to a tenth less, and a millisecond at least. */
    static Duration less(Duration time) {
        double share = 1 - MOST * ThreadLocalRandom.current().nextDouble();
        return Duration.ofMillis(Math.max(1, (long) (time.toMillis() * share)));
    }
}
