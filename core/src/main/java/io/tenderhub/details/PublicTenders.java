package io.tenderhub.details;

import static java.util.Objects.requireNonNull;

import io.tenderhub.cache.Answer;
import io.tenderhub.cache.EmergencyCopies;
import io.tenderhub.failure.UnavailableException;
import io.tenderhub.search.TenderSearch;
import io.tenderhub.tender.TenderPage;
import io.tenderhub.tender.TenderQuery;
import java.util.Optional;

/**
 * Tenders as anybody may see them, also while the truth is away: then what was known last, and since when it may be outdated. A tender
 * that was removed meanwhile, or a search that has other results by now, is among what is not known then.
 */
public final class PublicTenders {
    private final TenderSearch search;
    private final TenderLookup lookup;
    private final EmergencyCopies copies;

    public PublicTenders(TenderSearch search, TenderLookup lookup, EmergencyCopies copies) {
        this.search = requireNonNull(search);
        this.lookup = requireNonNull(lookup);
        this.copies = requireNonNull(copies);
    }

    /**
     * @throws io.tenderhub.failure.InvalidInputException if the cursor is not one that was given for the same query
     * @throws UnavailableException if the truth is away and nobody asked the same within the last day
     */
    public Answer<TenderPage> search(TenderQuery query) {
        return search.search(query, copies);
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
