package io.tenderhub.ingestion;

import static java.util.Objects.requireNonNull;

import java.util.Optional;

/**
 * A record that could not be read or stored; the rest goes on.
 *
 * @param source file or stream
 * @param position within it: {@code line 12}, {@code releases[3]}, {@code row 7}; empty if the whole source is meant
 * @param ocid where it could be told
 * @param reason one line
 */
public record Reject(String source, String position, Optional<String> ocid, String reason) {
    public Reject {
        requireNonNull(source);
        requireNonNull(position);
        requireNonNull(ocid);
        requireNonNull(reason);
    }

    /** {@code file, line 12, ocds-1: reason}. */
    @Override
    public String toString() {
        return source + (position.isEmpty() ? "" : ", " + position)
                + ocid.map(id -> ", " + id).orElse("") + ": " + reason;
    }
}
