package io.tenderhub.analytics;

import static java.util.Objects.requireNonNull;

import io.tenderhub.tender.Money;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;

/**
 * What was spent in one currency, as it stood at a time.
 *
 * @param spends in the order of the dimension, the first {@link #MOST} at most
 * @param total of all there are, also those beyond {@link #MOST}; 0 if there are none
 * @param withoutValue awards in force that count in no currency
 */
public record SpendReport(
        SpendDimension by,
        String currency,
        List<Spend> spends,
        BigDecimal total,
        long withoutValue,
        Instant computedAt) {
    public static final int MOST = 1_000;

    public SpendReport {
        requireNonNull(by);
        requireNonNull(currency);
        requireNonNull(total);
        requireNonNull(computedAt);
        spends = List.copyOf(spends);
        if (spends.size() > MOST) {
            throw new IllegalArgumentException("a report has " + MOST + " spends at most");
        }
    }

    /** @param spends all there are in this currency, in the order of the dimension */
    static SpendReport of(SpendDimension by, String currency, List<Spend> spends, long withoutValue, Instant at) {
        BigDecimal total =
                spends.stream().map(Spend::spent).map(Money::amount).reduce(BigDecimal.ZERO, BigDecimal::add);
        return new SpendReport(
                by, currency, spends.stream().limit(MOST).toList(), SpendRules.plain(total), withoutValue, at);
    }

    public SpendReport first(int limit) {
        return new SpendReport(by, currency, spends.stream().limit(limit).toList(), total, withoutValue, computedAt);
    }
}
