package io.tenderhub.analytics;

import java.util.Optional;
import java.util.Set;

/** The latest report of each currency. */
public interface SpendReports {

    /**
     * Keeps a report, unless a later one of its currency is kept.
     *
     * @throws io.tenderhub.failure.UnavailableException if the store can't be reached
     */
    void save(SpendReport report);

    /** @throws io.tenderhub.failure.UnavailableException if the store can't be reached */
    Optional<SpendReport> latest(String currency);

    /**
     * The currencies of which a report is kept.
     *
     * @throws io.tenderhub.failure.UnavailableException if the store can't be reached
     */
    Set<String> currencies();
}
