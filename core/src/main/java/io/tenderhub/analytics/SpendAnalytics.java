package io.tenderhub.analytics;

import static java.util.Objects.requireNonNull;

import io.tenderhub.cache.Answer;
import io.tenderhub.failure.InvalidInputException;
import io.tenderhub.failure.UnavailableException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Supplier;
import java.util.stream.Collectors;

/**
 * Who and what money is spent on. What is added up every night is answered from the leaderboard, else from the latest report, else
 * from the truth, and what is missing above is filled from below; everything else from the truth. Currencies are never added
 * together.
 */
public final class SpendAnalytics {
    /** Reports are made daily; one that is older than a day and a bit was missed. */
    private static final Duration OLDEST_REPORT = Duration.ofHours(26);

    private final SpendCatalog catalog;
    private final SpendReports reports;
    private final SpendLeaderboard leaderboard;
    private final ZoneId zone;
    private final Clock clock;

    /** @param zone in which days and months begin */
    public SpendAnalytics(
            SpendCatalog catalog, SpendReports reports, SpendLeaderboard leaderboard, ZoneId zone, Clock clock) {
        this.catalog = requireNonNull(catalog);
        this.reports = requireNonNull(reports);
        this.leaderboard = requireNonNull(leaderboard);
        this.zone = requireNonNull(zone);
        this.clock = requireNonNull(clock);
    }

    /**
     * Adds up everything anew, by every dimension, and keeps it above, also where only one of the two stores can be reached.
     *
     * @throws UnavailableException if a store could not be reached; the others are up to date then, unless it was the truth
     */
    public SpendRefresh refresh() {
        List<UnavailableException> away = new ArrayList<>();
        SpendSums byBuyer = null;
        for (SpendDimension by : SpendDimension.values()) {
            SpendSums sums = refresh(by, away);
            byBuyer = by == SpendDimension.BUYER ? sums : byBuyer;
        }
        if (!away.isEmpty()) {
            throw away.get(0);
        }
        return refreshed(requireNonNull(byBuyer));
    }

    private static SpendRefresh refreshed(SpendSums byBuyer) {
        List<Spend> spends = byBuyer.spends();
        return new SpendRefresh(
                (int) spends.stream()
                        .map(spend -> spend.spent().currency())
                        .distinct()
                        .count(),
                spends.size(),
                spends.stream().mapToLong(Spend::awards).sum(),
                byBuyer.withoutValue());
    }

    private SpendSums refresh(SpendDimension by, List<UnavailableException> away) {
        Instant now = clock.instant();
        SpendSums sums = catalog.sums(SpendQuestion.by(by), zone);
        TreeMap<String, List<Spend>> byCurrency = sums.spends().stream()
                .collect(Collectors.groupingBy(
                        spend -> spend.spent().currency(), TreeMap::new, Collectors.toCollection(ArrayList::new)));
        // Where nothing is awarded any more, an empty report takes the place of the last one.
        unlessAway(away, () -> reports.currencies(by))
                .orElseGet(Set::of)
                .forEach(gone -> byCurrency.putIfAbsent(gone, List.of()));
        byCurrency.forEach((currency, spends) -> {
            SpendReport report = SpendReport.of(by, currency, spends, sums.withoutValue(), now);
            unlessAway(away, () -> save(report));
            unlessAway(away, () -> show(report));
        });
        return sums;
    }

    /**
     * The first in the order of the dimension, as of the last night at least.
     *
     * @param currency ISO 4217 code in capitals
     * @param limit 1 to {@link SpendReport#MOST}
     * @throws InvalidInputException if the currency is no code or the limit out of range
     * @throws UnavailableException if nothing above the truth has an answer and the truth can't be reached
     */
    public List<Spend> top(SpendDimension by, String currency, int limit) {
        check(currency, limit);
        return leaderboard.top(by, currency, limit).orElseGet(() -> {
            SpendReport report = usual(by, currency);
            if (!report.spends().isEmpty()) {
                unlessAway(new ArrayList<>(), () -> show(report));
            }
            return report.first(limit).spends();
        });
    }

    /**
     * The same; while the truth is needed and away, the latest report, however old.
     *
     * @throws InvalidInputException if the currency is no code or the limit out of range
     * @throws UnavailableException if the truth is needed and away, and there is no report
     */
    public Answer<List<Spend>> topOrLastKnown(SpendDimension by, String currency, int limit) {
        try {
            return Answer.fresh(top(by, currency, limit));
        } catch (UnavailableException truthIsAway) {
            return unlessAway(new ArrayList<>(), () -> reports.latest(by, currency))
                    .flatMap(latest -> latest)
                    .map(latest -> Answer.stale(latest.first(limit).spends(), latest.computedAt()))
                    .orElseThrow(() -> truthIsAway);
        }
    }

    /**
     * What was spent in one currency, with its total: of all days and awards alone as of the last night at least, else as it is now.
     *
     * @param limit 1 to {@link SpendReport#MOST}
     * @throws InvalidInputException if the question names no currency, or the limit is out of range
     * @throws UnavailableException if the truth is needed and can't be reached
     */
    public SpendReport report(SpendQuestion question, int limit) {
        String currency = question.currency()
                .orElseThrow(() -> new InvalidInputException("analytics", "currency", "must be given"));
        check(currency, limit);
        return (question.isUsual() ? usual(question.by(), currency) : computed(question, currency)).first(limit);
    }

    /** Where days and months begin. */
    public ZoneId zone() {
        return zone;
    }

    private static void check(String currency, int limit) {
        SpendQuestion.requireCode(currency);
        if (limit < 1 || limit > SpendReport.MOST) {
            throw new InvalidInputException(
                    "analytics", "limit", "must be from 1 to " + SpendReport.MOST + ", not " + limit);
        }
    }

    /** From the latest report, else from the truth. That there is nothing is not kept: the first awards would be seen a day late. */
    private SpendReport usual(SpendDimension by, String currency) {
        Instant oldest = clock.instant().minus(OLDEST_REPORT);
        return unlessAway(new ArrayList<>(), () -> reports.latest(by, currency))
                .flatMap(latest -> latest)
                .filter(latest -> latest.computedAt().isAfter(oldest))
                .orElseGet(() -> {
                    SpendReport report = computed(SpendQuestion.by(by).in(currency), currency);
                    if (!report.spends().isEmpty()) {
                        unlessAway(new ArrayList<>(), () -> save(report));
                    }
                    return report;
                });
    }

    private SpendReport computed(SpendQuestion question, String currency) {
        Instant now = clock.instant();
        SpendSums sums = catalog.sums(question, zone);
        return SpendReport.of(question.by(), currency, sums.spends(), sums.withoutValue(), now);
    }

    private boolean save(SpendReport report) {
        reports.save(report);
        return true;
    }

    private boolean show(SpendReport report) {
        leaderboard.replace(report.by(), report.currency(), report.spends());
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
