package io.tenderhub.summary;

import java.util.Collection;
import java.util.List;
import java.util.Optional;

/** Derived summaries, one for each tender. */
public interface SummaryRepository {

    /**
     * Stores summaries in bulk. A stored summary stands if it was made from a newer version of its tender; or from the same
     * version under a lock with a higher fencing number; or from the same version, with the same number, at a later time. So
     * one who was asleep while its lock ran out replaces nothing that the next holder wrote.
     *
     * @param summaries at most one for each tender
     * @return how many were written
     */
    int saveAll(List<StoredSummary> summaries);

    Optional<StoredSummary> find(String ocid);

    /** The known ones of these, in no order. One round trip. */
    List<StoredSummary> findAll(Collection<String> ocids);

    long count();

    /**
     * The versions of what is stored, a page at a time, in {@link io.tenderhub.tender.OcidOrder}. A summary that can't be read
     * is among them with version 0. What is saved or deleted meanwhile may or may not be seen.
     *
     * @param afterOcid the last one of the page before; empty for the first page
     * @param limit 1 or more; a shorter page is the last
     */
    List<SummaryVersion> versions(Optional<String> afterOcid, int limit);

    /** The same of these tenders, in no order; those that have no summary are left out. One round trip. */
    List<SummaryVersion> versionsOf(Collection<String> ocids);

    /**
     * Deletes the summaries of these tenders, readable or not.
     *
     * @return how many were there
     */
    int deleteAll(Collection<String> ocids);
}
