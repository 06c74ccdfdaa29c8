package io.tenderhub.details;

import static java.util.Objects.requireNonNull;

import io.tenderhub.readiness.StoredScore;
import io.tenderhub.summary.StoredSummary;
import io.tenderhub.tender.StoredTender;
import java.util.Optional;

/**
 * A tender and what is derived from it.
 *
 * @param summary absent until it is made
 * @param score the asking team's; absent until it is made, and where nobody's was asked for
 * @param complete false if the derived parts could not be read just now: they are absent here and may yet exist
 */
public record TenderDetails(
        StoredTender stored, Optional<StoredSummary> summary, Optional<StoredScore> score, boolean complete) {
    public TenderDetails {
        requireNonNull(stored);
        requireNonNull(summary);
        requireNonNull(score);
    }
}
