package io.tenderhub.cache;

import static java.util.Objects.requireNonNull;

import java.time.Instant;

/**
 * An answer as it was once.
 *
 * @param asOf when its load began: what changed before is in it, what changed since may not be
 */
public record Kept<V>(V value, Instant asOf) {
    public Kept {
        requireNonNull(value);
        requireNonNull(asOf);
    }
}
