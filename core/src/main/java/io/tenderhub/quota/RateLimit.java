package io.tenderhub.quota;

import java.time.Duration;

/**
 * How many in how much time, whenever one looks.
 *
 * @param most 1 or more
 * @param window from a millisecond to 366 days
 */
public record RateLimit(int most, Duration window) {
    private static final Duration SHORTEST = Duration.ofMillis(1);
    private static final Duration LONGEST = Duration.ofDays(366);

    /** Of a user at an endpoint, unless told otherwise. */
    public static final RateLimit DEFAULT = new RateLimit(100, Duration.ofMinutes(1));

    public RateLimit {
        if (most < 1 || window.compareTo(SHORTEST) < 0 || window.compareTo(LONGEST) > 0) {
            throw new IllegalArgumentException("a rate is 1 or more in a millisecond to 366 days");
        }
    }
}
