package io.tenderhub.search;

import static java.util.Objects.requireNonNull;

import io.tenderhub.tender.TenderPage;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What somebody who searches is answered.
 *
 * @param id by which what he looks at is told; empty where the search was not logged
 * @param didYouMean the text as it was probably meant, where that finds more
 * @param groups the tenders of the page that say nearly the same as another one which stands before them, by the ocid of that one
 * @param facets empty unless they were asked for; also if they are not known while the truth is away
 */
public record SearchAnswer(
        Optional<SearchId> id,
        TenderPage page,
        Optional<String> didYouMean,
        Map<String, List<String>> groups,
        Optional<Facets> facets) {
    public SearchAnswer {
        requireNonNull(id);
        requireNonNull(page);
        requireNonNull(didYouMean);
        groups = Map.copyOf(groups);
        requireNonNull(facets);
    }

    /** What is the same when the same is asked again. */
    public SearchAnswer withoutId() {
        return new SearchAnswer(Optional.empty(), page, didYouMean, groups, facets);
    }
}
