package io.tenderhub.workspace;

import static java.util.Objects.requireNonNull;

import io.tenderhub.readiness.StoredScore;
import io.tenderhub.summary.StoredSummary;
import java.util.Optional;

/**
 * One line of a team's list, with what is derived from its tender.
 *
 * @param summary absent until it is made
 * @param score the team's; absent until it is made
 */
public record WorkspaceLine(FollowedTender entry, Optional<StoredSummary> summary, Optional<StoredScore> score) {
    public WorkspaceLine {
        requireNonNull(entry);
        requireNonNull(summary);
        requireNonNull(score);
    }
}
