package io.tenderhub.search;

import io.tenderhub.tender.TenderFilter;
import java.util.Optional;

/** Counts what a search finds, in the truth; each call sees what is committed when it begins. */
public interface FacetCatalog {
    /** Counts of no more than so many tenders are exact; of more, they may be estimated, which their answer says. */
    int EXACT = 10_000;

    /**
     * Of all tenders that a search with this text and filter finds, whatever page of them is shown.
     *
     * @param text as in {@link io.tenderhub.tender.TenderQuery#text}
     * @throws io.tenderhub.failure.UnavailableException if the truth can't be reached
     */
    Facets facets(Optional<String> text, TenderFilter filter);
}
