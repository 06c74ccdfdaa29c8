package io.tenderhub.analytics;

import static java.util.Objects.requireNonNull;

import io.tenderhub.cache.Answer;
import io.tenderhub.failure.InvalidInputException;
import io.tenderhub.failure.UnavailableException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Supplier;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * Who spends the most. Answers come from the leaderboard, else from the latest report, else from the truth, and what is missing
 * above is filled from below. Currencies are never added together.
 */
public final class SpendByBuyer {
    /** Reports are made daily; one that is older than a day and a bit was missed. */
    private static final Duration OLDEST_REPORT = Duration.ofHours(26);

    private static final Pattern CURRENCY = Pattern.compile("[A-Z]{3}");
    private static final String SUBJECT = "spend by buyer";
    private final SpendCatalog catalog;
    private final SpendReports reports;
    private final SpendLeaderboard leaderboard;
    private final Clock clock;

    public SpendByBuyer(SpendCatalog catalog, SpendReports reports, SpendLeaderboard leaderboard, Clock clock) {
        this.catalog = requireNonNull(catalog);
        this.reports = requireNonNull(reports);
        this.leaderboard = requireNonNull(leaderboard);
        this.clock = requireNonNull(clock);
    }

    /**
     * Adds up everything anew and keeps it above, also where only one of the two stores can be reached.
     *
     * @throws UnavailableException if a store could not be reached; the others are up to date then, unless it was the truth
     */
    public SpendRefresh refresh() {
        Instant now = clock.instant();
        List<BuyerSpend> all = catalog.all();
        TreeMap<String, List<BuyerSpend>> byCurrency = all.stream()
                .collect(Collectors.groupingBy(
                        spend -> spend.spent().currency(), TreeMap::new, Collectors.toCollection(ArrayList::new)));
        int currencies = byCurrency.size();
        List<UnavailableException> away = new ArrayList<>();
        // Where nothing is awarded any more, an empty report takes the place of the last one.
        unlessAway(away, reports::currencies)
                .orElseGet(Set::of)
                .forEach(gone -> byCurrency.putIfAbsent(gone, List.of()));
        byCurrency.forEach((currency, spends) -> {
            SpendReport report = report(currency, spends, now);
            unlessAway(away, () -> save(report));
            unlessAway(away, () -> show(report));
        });
        if (!away.isEmpty()) {
            throw away.get(0);
        }
        return new SpendRefresh(
                currencies,
                all.size(),
                all.stream().mapToLong(BuyerSpend::awards).sum());
    }

    /**
     * The buyers that spent the most in a currency, as of the last night at least.
     *
     * @param currency ISO 4217 code in capitals
     * @param limit 1 to {@link SpendReport#MOST_BUYERS}
     * @throws InvalidInputException if the currency is no code or the limit out of range
     * @throws UnavailableException if nothing above the truth has an answer and the truth can't be reached
     */
    public List<BuyerSpend> top(String currency, int limit) {
        check(currency, limit);
        return leaderboard.top(currency, limit).orElseGet(() -> first(limit, reported(currency)));
    }

    /**
     * The same; while the truth is needed and away, the latest report, however old.
     *
     * @throws InvalidInputException if the currency is no code or the limit out of range
     * @throws UnavailableException if the truth is needed and away, and there is no report
     */
    public Answer<List<BuyerSpend>> topOrLastKnown(String currency, int limit) {
        try {
            return Answer.fresh(top(currency, limit));
        } catch (UnavailableException truthIsAway) {
            return unlessAway(new ArrayList<>(), () -> reports.latest(currency))
                    .flatMap(latest -> latest)
                    .map(latest -> Answer.stale(first(limit, latest), latest.computedAt()))
                    .orElseThrow(() -> truthIsAway);
        }
    }

    private static void check(String currency, int limit) {
        if (!CURRENCY.matcher(currency).matches()) {
            throw new InvalidInputException(SUBJECT, "currency", "must be a code of three capitals such as ZAR");
        }
        if (limit < 1 || limit > SpendReport.MOST_BUYERS) {
            throw new InvalidInputException(
                    SUBJECT, "limit", "must be from 1 to " + SpendReport.MOST_BUYERS + ", not " + limit);
        }
    }

    private static List<BuyerSpend> first(int limit, SpendReport report) {
        return report.buyers().stream().limit(limit).toList();
    }

    private SpendReport reported(String currency) {
        List<UnavailableException> away = new ArrayList<>();
        Instant oldest = clock.instant().minus(OLDEST_REPORT);
        SpendReport report = unlessAway(away, () -> reports.latest(currency))
                .flatMap(latest -> latest)
                .filter(latest -> latest.computedAt().isAfter(oldest))
                .orElseGet(() -> computed(currency));
        if (!report.buyers().isEmpty()) {
            unlessAway(away, () -> show(report));
        }
        return report;
    }

    /** From the truth. That there is nothing is not kept: the first awards would otherwise be seen a day late. */
    private SpendReport computed(String currency) {
        Instant now = clock.instant();
        SpendReport report = report(currency, catalog.in(currency), now);
        if (!report.buyers().isEmpty()) {
            unlessAway(new ArrayList<>(), () -> save(report));
        }
        return report;
    }

    private static SpendReport report(String currency, List<BuyerSpend> spends, Instant at) {
        return new SpendReport(
                currency, spends.stream().limit(SpendReport.MOST_BUYERS).toList(), at);
    }

    private boolean save(SpendReport report) {
        reports.save(report);
        return true;
    }

    private boolean show(SpendReport report) {
        leaderboard.replace(report.currency(), report.buyers());
        return true;
    }

    private static <T> Optional<T> unlessAway(List<UnavailableException> away, Supplier<T> call) {
        try {
            return Optional.of(call.get());
        } catch (UnavailableException e) {
            away.add(e);
            return Optional.empty();
        }
    }
}
