package io.tenderhub.details;

import static java.util.Objects.requireNonNull;

import io.tenderhub.cache.Answer;
import io.tenderhub.cache.EmergencyCopies;
import io.tenderhub.failure.UnavailableException;
import io.tenderhub.search.SearchAnswer;
import io.tenderhub.search.SearchDesk;
import io.tenderhub.search.SearchId;
import io.tenderhub.tender.TenderQuery;
import java.util.Optional;

/**
 * Tenders as anybody may see them, also while the truth is away: then what was known last, and since when it may be outdated. A tender
 * that was removed meanwhile, or a search that has other results by now, is among what is not known then.
 */
public final class PublicTenders {
    private final SearchDesk search;
    private final TenderLookup lookup;
    private final EmergencyCopies copies;

    public PublicTenders(SearchDesk search, TenderLookup lookup, EmergencyCopies copies) {
        this.search = requireNonNull(search);
        this.lookup = requireNonNull(lookup);
        this.copies = requireNonNull(copies);
    }

    /**
     * @throws io.tenderhub.failure.InvalidInputException if the cursor is not one that was given for the same query, if search by
     *     meaning is switched off and asked for, or if the order is that of a team's readiness
     * @throws UnavailableException if the truth is away and nobody asked the same within the last day
     */
    public Answer<SearchAnswer> search(TenderQuery query, boolean withFacets) {
        return search.answer(query, withFacets, copies);
    }

    /**
     * Tells which result of a search somebody looked at.
     *
     * @param position on the page, 1 for the first result
     * @throws io.tenderhub.failure.InvalidInputException if there can be no such result
     * @throws io.tenderhub.failure.NotFoundException if nobody has made such a search lately, or a team has
     * @throws UnavailableException if the log can't be reached
     */
    public void clicked(SearchId searched, String ocid, int position) {
        search.clicked(Optional.empty(), searched, ocid, position);
    }

    /**
     * The tender with its summary, and without anybody's score.
     *
     * @return empty if there is none with this ocid
     * @throws UnavailableException if the truth is away and nobody looked at the tender within the last day
     */
    public Optional<Answer<TenderDetails>> find(String ocid) {
        return lookup.find(ocid, copies);
    }
}
