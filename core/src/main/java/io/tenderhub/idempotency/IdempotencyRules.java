package io.tenderhub.idempotency;

import java.time.Duration;

/**
 * How long things last.
 *
 * @param kept how long an answer can be had again
 * @param lease how long a request is taken to be under way; longer than any takes, as its repetition is done anew after it
 * @param patience how long a repetition waits for the first, before it is told to come again
 */
public record IdempotencyRules(Duration kept, Duration lease, Duration patience) {
    /** A day; two minutes; ten seconds. */
    public static final IdempotencyRules DEFAULT =
            new IdempotencyRules(Duration.ofHours(24), Duration.ofMinutes(2), Duration.ofSeconds(10));

    public IdempotencyRules {
        if (lease.toMillis() < 1 || kept.compareTo(lease) < 0 || patience.isNegative()) {
            throw new IllegalArgumentException(
                    "a lease is a millisecond or more, what is kept is kept as long as a lease, and patience is not negative");
        }
    }
}
