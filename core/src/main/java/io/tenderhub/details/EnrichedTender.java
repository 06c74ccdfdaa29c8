package io.tenderhub.details;

import static java.util.Objects.requireNonNull;

import io.tenderhub.requirement.Requirements;
import io.tenderhub.summary.StoredSummary;
import io.tenderhub.tender.StoredTender;
import java.util.Optional;

/**
 * A tender with what the hub finds in it.
 *
 * @param summary absent until it is made
 */
public record EnrichedTender(StoredTender stored, Requirements requirements, Optional<StoredSummary> summary) {
    public EnrichedTender {
        requireNonNull(stored);
        requireNonNull(requirements);
        requireNonNull(summary);
    }
}
