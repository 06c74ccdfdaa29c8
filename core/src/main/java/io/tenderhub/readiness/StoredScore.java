package io.tenderhub.readiness;

import static java.util.Objects.requireNonNull;

/**
 * A score with the versions of the truth it was made from.
 *
 * @param tenderVersion of the tender it judges
 * @param profileVersion of the team's profile
 */
public record StoredScore(ReadinessScore score, long tenderVersion, long profileVersion) {
    public StoredScore {
        requireNonNull(score);
    }
}
