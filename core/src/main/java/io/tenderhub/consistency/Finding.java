package io.tenderhub.consistency;

import static java.util.Objects.requireNonNull;

import io.tenderhub.team.TeamId;
import java.util.Optional;

/**
 * One thing that does not fit.
 *
 * @param subject what it is about: an ocid, a team's id, {@code outbox}
 * @param team whose score it is; empty for what is public
 * @param detail what was found, in a few words
 */
public record Finding(FindingKind kind, String subject, Optional<TeamId> team, String detail) {
    public Finding {
        requireNonNull(kind);
        requireNonNull(subject);
        requireNonNull(team);
        requireNonNull(detail);
    }
}
