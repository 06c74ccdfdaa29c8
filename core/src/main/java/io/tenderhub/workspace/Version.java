package io.tenderhub.workspace;

import static java.util.Objects.requireNonNull;

import java.time.Instant;

/**
 * A value of a field, as somebody wrote it.
 *
 * @param dot of the change that wrote it; its writer is who wrote it
 * @param seen what its writer had seen when he wrote it
 * @param at when it reached the hub
 */
public record Version<V>(Dot dot, VectorClock seen, V value, Instant at) {
    public Version {
        requireNonNull(dot);
        requireNonNull(seen);
        requireNonNull(value);
        requireNonNull(at);
    }

    /** Who wrote it. */
    public String by() {
        return dot.writer();
    }

    /** Whether it is the other one, or was written by somebody who had seen the other one. */
    public boolean knows(Version<?> other) {
        return dot.equals(other.dot) || seen.covers(other.dot);
    }
}
