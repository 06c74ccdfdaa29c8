package io.tenderhub.summary;

import java.util.Collection;
import java.util.List;
import java.util.Optional;

/** Derived summaries, one for each tender. */
public interface SummaryRepository {

    /**
     * Stores summaries in bulk. A stored summary stands if it was made from a newer version of its tender, or from the
     * same version at a later time.
     *
     * @param summaries at most one for each tender
     * @return how many were written
     */
    int saveAll(List<StoredSummary> summaries);

    Optional<StoredSummary> find(String ocid);

    /** The known ones of these, in no order. One round trip. */
    List<StoredSummary> findAll(Collection<String> ocids);

    long count();
}
