package io.tenderhub.event;

import java.time.Duration;

/**
 * How a relay works.
 *
 * @param threads handle events at the same time; 1 or more
 * @param batchSize how many events are claimed at once, 1 or more
 * @param lease how long a worker that died keeps its events from others; a living one renews it
 * @param patience when a batch takes longer, its events are handled one by one beside it, so that a slow one delays no other
 * @param maxAttempts after so many failures an event is parked, 1 or more
 * @param firstDelay the longest wait after the first failure; doubled with each further one
 * @param longestDelay no wait is longer
 * @param poll how long a relay that found nothing waits, unless it is woken
 */
public record RelayOptions(
        int threads,
        int batchSize,
        Duration lease,
        Duration patience,
        int maxAttempts,
        Duration firstDelay,
        Duration longestDelay,
        Duration poll) {
    public static final RelayOptions DEFAULT = new RelayOptions(
            4,
            200,
            Duration.ofMinutes(1),
            Duration.ofSeconds(2),
            10,
            Duration.ofSeconds(2),
            Duration.ofMinutes(30),
            Duration.ofSeconds(5));

    public RelayOptions {
        if (threads < 1 || batchSize < 1 || maxAttempts < 1) {
            throw new IllegalArgumentException(
                    "a relay has at least one thread, claims at least one event and tries it at least once");
        }
        for (Duration aboveZero : new Duration[] {lease, patience, poll}) {
            if (aboveZero.isNegative() || aboveZero.isZero()) {
                throw new IllegalArgumentException("a relay's lease, patience and poll are above zero");
            }
        }
        if (firstDelay.isNegative() || longestDelay.isNegative()) {
            throw new IllegalArgumentException("a relay's delays are not below zero");
        }
    }

    public RelayOptions withThreads(int value) {
        return new RelayOptions(value, batchSize, lease, patience, maxAttempts, firstDelay, longestDelay, poll);
    }

    public RelayOptions withBatchSize(int value) {
        return new RelayOptions(threads, value, lease, patience, maxAttempts, firstDelay, longestDelay, poll);
    }

    public RelayOptions withLease(Duration value) {
        return new RelayOptions(threads, batchSize, value, patience, maxAttempts, firstDelay, longestDelay, poll);
    }

    public RelayOptions withPatience(Duration value) {
        return new RelayOptions(threads, batchSize, lease, value, maxAttempts, firstDelay, longestDelay, poll);
    }

    public RelayOptions withPoll(Duration value) {
        return new RelayOptions(threads, batchSize, lease, patience, maxAttempts, firstDelay, longestDelay, value);
    }

    /** The longest wait after this many failures. */
    Duration delayAfter(int failures) {
        long factor = 1L << Math.min(failures - 1, 30);
        long millis = Math.min(longestDelay.toMillis(), firstDelay.toMillis() * factor);
        return Duration.ofMillis(millis);
    }
}
