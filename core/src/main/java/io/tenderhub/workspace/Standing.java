package io.tenderhub.workspace;

import static java.util.Objects.requireNonNull;

import java.time.Instant;
import java.util.Optional;

/**
 * Where an entry stands.
 *
 * @param closesAt of its tender, where published
 */
public record Standing(String ocid, WorkspaceStatus status, Optional<Instant> closesAt) {
    public Standing {
        requireNonNull(ocid);
        requireNonNull(status);
        requireNonNull(closesAt);
    }
}
