package io.tenderhub.analytics;

import static java.util.Objects.requireNonNull;

import java.time.Instant;
import java.util.List;

/**
 * The buyers that spent the most in one currency, as they stood at a time.
 *
 * @param buyers ordered by {@link SpendRules#MOST_FIRST}, the first {@link #MOST_BUYERS} at most
 */
public record SpendReport(String currency, List<BuyerSpend> buyers, Instant computedAt) {
    public static final int MOST_BUYERS = 1_000;

    public SpendReport {
        requireNonNull(currency);
        requireNonNull(computedAt);
        buyers = List.copyOf(buyers);
        if (buyers.size() > MOST_BUYERS) {
            throw new IllegalArgumentException("a report has " + MOST_BUYERS + " buyers at most");
        }
    }
}
