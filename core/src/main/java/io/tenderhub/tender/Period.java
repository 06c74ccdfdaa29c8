package io.tenderhub.tender;

import static java.util.Objects.requireNonNull;

import java.time.Instant;
import java.util.Optional;

/**
 * When bids are taken.
 *
 * @param start from when, where published
 * @param end the closing time, where published
 */
public record Period(Optional<Instant> start, Optional<Instant> end) {
    public static final Period UNKNOWN = new Period(Optional.empty(), Optional.empty());

    public Period {
        requireNonNull(start);
        requireNonNull(end);
    }
}
