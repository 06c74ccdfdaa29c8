package io.tenderhub.workspace;

import static java.util.Objects.requireNonNull;

import java.time.Instant;

/**
 * Who did something, and when.
 *
 * @param by as the audit trail shows him
 */
public record Stamp(String by, Instant at) {
    public Stamp {
        requireNonNull(by);
        requireNonNull(at);
    }
}
