package io.tenderhub.company;

import static java.util.Objects.requireNonNull;

import io.tenderhub.team.TeamId;
import java.time.Instant;

/**
 * Which version of a team's profile the truth holds, without the profile.
 *
 * @param changedAt when this version was stored
 */
public record ProfileVersion(TeamId team, long version, Instant changedAt) {
    public ProfileVersion {
        requireNonNull(team);
        requireNonNull(changedAt);
    }
}
