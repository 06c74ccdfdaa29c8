package io.tenderhub.search;

import static java.util.Objects.requireNonNull;

import io.tenderhub.tender.TenderPage;
import java.util.Optional;

/**
 * What somebody who searches is answered.
 *
 * @param id by which what he looks at is told; empty where the search was not logged
 * @param didYouMean the text as it was probably meant, where that finds more
 * @param facets empty unless they were asked for; also if they are not known while the truth is away
 */
public record SearchAnswer(
        Optional<SearchId> id, TenderPage page, Optional<String> didYouMean, Optional<Facets> facets) {
    public SearchAnswer {
        requireNonNull(id);
        requireNonNull(page);
        requireNonNull(didYouMean);
        requireNonNull(facets);
    }
}
