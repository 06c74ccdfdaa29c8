package io.tenderhub.alert;

import static java.util.Objects.requireNonNull;

import java.util.List;
import java.util.Optional;

/**
 * A page of matches, the latest first.
 *
 * @param nextCursor leads to the next page; empty on the last one
 */
public record MatchPage(List<SearchMatch> matches, Optional<String> nextCursor) {
    public MatchPage {
        matches = List.copyOf(matches);
        requireNonNull(nextCursor);
    }
}
