package io.tenderhub.search;

import static java.util.Objects.requireNonNull;

import io.tenderhub.tender.TenderPage;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * A page for one who asked.
 *
 * @param didYouMean in his own writing but for the words that were probably typed wrong
 * @param groups as in {@link SearchAnswer}
 * @param cached whether the page came from a cache
 */
record Searched(TenderPage page, Optional<String> didYouMean, Map<String, List<String>> groups, boolean cached) {
    Searched {
        requireNonNull(page);
        requireNonNull(didYouMean);
        groups = Map.copyOf(groups);
    }
}
