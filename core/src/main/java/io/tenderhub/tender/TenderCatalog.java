package io.tenderhub.tender;

import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

/** Reads of the truth about tenders; each call sees what is committed when it begins. */
public interface TenderCatalog {

    Optional<StoredTender> find(String ocid);

    /** The known ones of these, in the order asked; unknown ocids are left out. One round trip. */
    List<StoredTender> findAll(Collection<String> ocids);

    /**
     * A page of results. The cursor of a page leads to the next one; a tender that is not touched while somebody pages
     * is neither repeated nor missed.
     *
     * @throws io.tenderhub.failure.InvalidInputException if the cursor is not one this catalogue gave for the same query, or the
     *     order is {@link TenderSort#READINESS}
     */
    TenderPage search(TenderQuery query);

    /** Every tender, ordered by ocid, streamed: memory does not grow with their number. */
    void forEach(Consumer<? super StoredTender> action);

    /**
     * Which versions there are, in pages ordered by the characters of the ocid, none held open between two calls.
     *
     * @param afterOcid where the page begins: behind this one, which need not be known; at the beginning if empty
     * @param limit at most so many, 1 or more; fewer come only at the end
     * @param changedSince only of tenders that were stored at this instant or later
     */
    List<TenderVersion> versions(Optional<String> afterOcid, int limit, Optional<Instant> changedSince);

    /** Which versions of these there are, in no order; unknown ocids are left out. One round trip. */
    List<TenderVersion> versionsOf(Collection<String> ocids);

    long count();
}
