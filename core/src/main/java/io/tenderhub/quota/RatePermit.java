package io.tenderhub.quota;

import static java.util.Objects.requireNonNull;

import java.time.Duration;

/**
 * Whether a request may go on.
 *
 * @param granted whether it may, and was counted; refused ones are not
 * @param remaining how many more may at once
 * @param retryAfter after how long one may again; zero if one may now
 */
public record RatePermit(boolean granted, int remaining, Duration retryAfter) {
    public RatePermit {
        requireNonNull(retryAfter);
    }
}
