package io.tenderhub.search;

import io.tenderhub.tender.TenderPage;
import io.tenderhub.tender.TenderQuery;

/** Finds tenders by what a text means; a hub may do without. */
public interface MeaningSearch {

    /**
     * A page of results.
     *
     * @param query in canonical form, with a text, of the mode {@link io.tenderhub.tender.SearchMode#SEMANTIC} or
     *     {@link io.tenderhub.tender.SearchMode#HYBRID}
     * @throws io.tenderhub.failure.InvalidInputException if the cursor is not one that was given for the same query, or the query
     *     asks for an order that such results can't have
     * @throws io.tenderhub.failure.UnavailableException if what is needed can't be reached
     */
    TenderPage search(TenderQuery query);

    /** Whether every tender can be found by now; answers are not kept before. */
    boolean isComplete();
}
