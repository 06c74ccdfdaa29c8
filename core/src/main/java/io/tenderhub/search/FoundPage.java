package io.tenderhub.search;

import static java.util.Objects.requireNonNull;

import io.tenderhub.tender.TenderPage;
import java.util.List;
import java.util.Map;

/**
 * A page as it is cached: the same for everybody who asks the same in other words.
 *
 * @param corrections that find more; empty unless this is the first page and has few hits
 * @param groups as in {@link SearchAnswer}
 */
record FoundPage(TenderPage page, List<Correction> corrections, Map<String, List<String>> groups) {
    FoundPage {
        requireNonNull(page);
        corrections = List.copyOf(corrections);
        groups = Map.copyOf(groups);
    }
}
