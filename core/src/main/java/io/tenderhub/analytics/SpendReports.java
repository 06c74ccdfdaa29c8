package io.tenderhub.analytics;

import java.util.Optional;
import java.util.Set;

/** The latest report of each dimension and currency. */
public interface SpendReports {

    /**
     * Keeps a report, unless a later one of its dimension and currency is kept.
     *
     * @throws io.tenderhub.failure.UnavailableException if the store can't be reached
     */
    void save(SpendReport report);

    /** @throws io.tenderhub.failure.UnavailableException if the store can't be reached */
    Optional<SpendReport> latest(SpendDimension by, String currency);

    /**
     * The currencies in which a report by this dimension is kept.
     *
     * @throws io.tenderhub.failure.UnavailableException if the store can't be reached
     */
    Set<String> currencies(SpendDimension by);
}
