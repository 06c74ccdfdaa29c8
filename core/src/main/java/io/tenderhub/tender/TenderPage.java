package io.tenderhub.tender;

import static java.util.Objects.requireNonNull;

import java.util.List;
import java.util.Optional;

/**
 * A page of results.
 *
 * @param nextCursor leads to the next page; empty on the last one
 */
public record TenderPage(List<TenderHit> hits, Optional<String> nextCursor) {
    public TenderPage {
        hits = List.copyOf(hits);
        requireNonNull(nextCursor);
    }
}
