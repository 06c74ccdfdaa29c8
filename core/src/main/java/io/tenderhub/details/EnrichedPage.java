package io.tenderhub.details;

import static java.util.Objects.requireNonNull;

import java.util.List;
import java.util.Optional;

/**
 * A page of enriched tenders.
 *
 * @param nextCursor leads to the next page; empty on the last one
 * @param complete false if the summaries could not be read just now: they are absent here and may yet exist
 */
public record EnrichedPage(List<EnrichedTender> tenders, Optional<String> nextCursor, boolean complete) {
    public EnrichedPage {
        tenders = List.copyOf(tenders);
        requireNonNull(nextCursor);
    }
}
