package io.tenderhub.search;

import java.util.List;

/**
 * What the tenders that a query finds have in common: each list with the most tenders first, of equal ones by value. Tenders that
 * have no value in a list are counted in none of its lines.
 *
 * @param tenders how many are found
 * @param buyers the first {@link #MOST_BUYERS}
 * @param estimated whether the counts, {@code tenders} for one, are reckoned from a sample, as very many are found; values that few of
 *     these have may be missing then
 */
public record Facets(
        long tenders,
        List<FacetCount> provinces,
        List<FacetCount> categories,
        List<FacetCount> buyers,
        List<FacetCount> statuses,
        boolean estimated) {
    public static final int MOST_BUYERS = 50;

    /** Counts are exact. */
    public Facets(
            long tenders,
            List<FacetCount> provinces,
            List<FacetCount> categories,
            List<FacetCount> buyers,
            List<FacetCount> statuses) {
        this(tenders, provinces, categories, buyers, statuses, false);
    }

    public Facets {
        provinces = List.copyOf(provinces);
        categories = List.copyOf(categories);
        buyers = List.copyOf(buyers);
        statuses = List.copyOf(statuses);
    }
}
