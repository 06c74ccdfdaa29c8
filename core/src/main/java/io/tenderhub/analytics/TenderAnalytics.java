package io.tenderhub.analytics;

import static java.util.Objects.requireNonNull;

import io.tenderhub.failure.InvalidInputException;
import io.tenderhub.failure.UnavailableException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;

/** How many tenders there are of what kind, and when they are published. */
public final class TenderAnalytics {
    /** How many days a trend may have. */
    public static final int MOST_DAYS = 1_000;

    private static final int USUAL_DAYS = 30;
    /** Reports are made daily; one that is older than a day and a bit was missed. */
    private static final Duration OLDEST_REPORT = Duration.ofHours(26);

    private final TenderFigures figures;
    private final CountReports reports;
    private final ZoneId zone;
    private final Clock clock;

    /** @param zone in which days and weeks begin */
    public TenderAnalytics(TenderFigures figures, CountReports reports, ZoneId zone, Clock clock) {
        this.figures = requireNonNull(figures);
        this.reports = requireNonNull(reports);
        this.zone = requireNonNull(zone);
        this.clock = requireNonNull(clock);
    }

    /**
     * Counts everything anew and keeps it.
     *
     * @return how many tenders there are
     * @throws UnavailableException if a store can't be reached
     */
    public long refresh() {
        long tenders = 0;
        for (CountedBy by : CountedBy.values()) {
            CountReport report = counted(by, DayRange.ALL);
            reports.save(report);
            tenders = report.counts().stream().mapToLong(Count::tenders).sum();
        }
        return tenders;
    }

    /**
     * Of all days as of the last night at least, of a range as they are now.
     *
     * @throws UnavailableException if the truth is needed and can't be reached
     */
    public CountReport counts(CountedBy by, DayRange days) {
        Instant oldest = clock.instant().minus(OLDEST_REPORT);
        return (days.isAll() ? latest(by) : Optional.<CountReport>empty())
                .filter(report -> report.computedAt().isAfter(oldest))
                .orElseGet(() -> counted(by, days));
    }

    private Optional<CountReport> latest(CountedBy by) {
        try {
            return reports.latest(by);
        } catch (UnavailableException away) {
            return Optional.empty();
        }
    }

    private CountReport counted(CountedBy by, DayRange days) {
        Instant now = clock.instant();
        return new CountReport(by, figures.counts(by, days, zone), now);
    }

    /**
     * Day by day, also those on which nothing was published.
     *
     * @param category empty for all
     * @param days up to {@link #MOST_DAYS}; without an end until today, without a beginning the last 30 of them
     * @throws InvalidInputException if the currency is no code, or there are more days
     * @throws UnavailableException if the truth can't be reached
     */
    public Trend trend(Optional<String> category, String currency, DayRange days) {
        SpendQuestion.requireCode(currency);
        LocalDate end = days.to()
                .orElseGet(() -> LocalDate.ofInstant(clock.instant(), zone).plusDays(1));
        LocalDate from = days.from().orElseGet(() -> end.minusDays(USUAL_DAYS));
        DayRange range = DayRange.of(from, end);
        if (ChronoUnit.DAYS.between(from, end) > MOST_DAYS) {
            throw new InvalidInputException("analytics", "from", "must be " + MOST_DAYS + " days before to at most");
        }
        Map<LocalDate, DayFigure> known = figures.daily(category, currency, range, zone).stream()
                .collect(Collectors.toMap(DayFigure::day, Function.identity()));
        List<DayFigure> all = from.datesUntil(end)
                .map(day -> known.getOrDefault(day, DayFigure.none(day)))
                .toList();
        return new Trend(category, currency, all);
    }
}
