package io.tenderhub.search;

import static java.util.Objects.requireNonNull;

import io.tenderhub.tender.TenderPage;
import java.util.List;

/**
 * A page as it is cached: the same for everybody who asks the same in other words.
 *
 * @param corrections that find more; empty unless this is the first page and has few hits
 */
record FoundPage(TenderPage page, List<Correction> corrections) {
    FoundPage {
        requireNonNull(page);
        corrections = List.copyOf(corrections);
    }
}
