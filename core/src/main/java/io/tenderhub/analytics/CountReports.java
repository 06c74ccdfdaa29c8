package io.tenderhub.analytics;

import java.util.Optional;

/** The latest counts of all tenders. */
public interface CountReports {

    /**
     * Keeps a report, unless a later one of the same is kept.
     *
     * @throws io.tenderhub.failure.UnavailableException if the store can't be reached
     */
    void save(CountReport report);

    /** @throws io.tenderhub.failure.UnavailableException if the store can't be reached */
    Optional<CountReport> latest(CountedBy by);
}
