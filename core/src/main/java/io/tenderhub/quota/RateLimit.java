package io.tenderhub.quota;

import java.time.Duration;

/**
 * How many in how much time, whenever one looks.
 *
 * @param most 1 or more
 * @param window at least a millisecond
 */
public record RateLimit(int most, Duration window) {
    /** Of a user at an endpoint, unless told otherwise. */
    public static final RateLimit DEFAULT = new RateLimit(100, Duration.ofMinutes(1));

    public RateLimit {
        if (most < 1 || window.toMillis() < 1) {
            throw new IllegalArgumentException("a rate is 1 or more in a millisecond or more");
        }
    }
}
