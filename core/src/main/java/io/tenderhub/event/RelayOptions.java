package io.tenderhub.event;

import java.time.Duration;

/**
 * How a relay works.
 *
 * @param batchSize how many events are claimed at once, 1 or more
 * @param lease how long the events of a batch are held at most
 * @param maxAttempts after so many failures an event is parked, 1 or more
 * @param firstDelay the longest wait after the first failure; doubled with each further one
 * @param longestDelay no wait is longer
 */
public record RelayOptions(int batchSize, Duration lease, int maxAttempts, Duration firstDelay, Duration longestDelay) {
    public static final RelayOptions DEFAULT =
            new RelayOptions(200, Duration.ofMinutes(2), 10, Duration.ofSeconds(2), Duration.ofMinutes(30));

    public RelayOptions {
        if (batchSize < 1 || maxAttempts < 1) {
            throw new IllegalArgumentException("a relay claims at least one event and tries it at least once");
        }
        if (lease.isNegative() || lease.isZero() || firstDelay.isNegative() || longestDelay.isNegative()) {
            throw new IllegalArgumentException("a relay's lease is above zero and its delays are not below");
        }
    }

    public RelayOptions withLease(Duration value) {
        return new RelayOptions(batchSize, value, maxAttempts, firstDelay, longestDelay);
    }

    /** The longest wait after this many failures. */
    Duration delayAfter(int failures) {
        long factor = 1L << Math.min(failures - 1, 30);
        long millis = Math.min(longestDelay.toMillis(), firstDelay.toMillis() * factor);
        return Duration.ofMillis(millis);
    }
}
