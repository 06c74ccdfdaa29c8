package io.tenderhub.readiness;

import static java.util.Objects.requireNonNull;

/**
 * Which versions of the truth a stored score was made from.
 *
 * @param ocid of the tender it judges
 * @param tenderVersion 0 where the stored score can't be read
 * @param profileVersion of the team's profile; 0 where the stored score can't be read
 */
public record ScoreVersion(String ocid, long tenderVersion, long profileVersion) {
    public ScoreVersion {
        requireNonNull(ocid);
    }
}
