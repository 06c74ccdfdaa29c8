package io.tenderhub.company;

import static java.util.Objects.requireNonNull;

import io.tenderhub.team.TeamId;
import java.time.Instant;

/**
 * A team's profile as the truth holds it.
 *
 * @param version 1 when it was first saved, one more with each real change
 */
public record StoredProfile(TeamId team, CompanyProfile profile, long version, Instant changedAt) {
    public StoredProfile {
        requireNonNull(team);
        requireNonNull(profile);
        requireNonNull(changedAt);
    }
}
