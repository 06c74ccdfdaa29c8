package io.tenderhub.analytics;

import static java.util.Objects.requireNonNull;

import io.tenderhub.failure.InvalidInputException;
import io.tenderhub.search.SearchUsage;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneOffset;

/** How searching is used, as the log of searches tells. Days are those of UTC. */
public final class SearchAnalytics {
    /** How many texts may be asked for. */
    public static final int MOST_TEXTS = 100;

    private static final int USUAL_DAYS = 30;
    private final SearchUsage usage;
    private final Clock clock;

    public SearchAnalytics(SearchUsage usage, Clock clock) {
        this.usage = requireNonNull(usage);
        this.clock = requireNonNull(clock);
    }

    /** Of the searches of no team; see {@link #of}. */
    public UsageReport ofEverybody(DayRange days, int limit) {
        return of(usage.forEverybody(), days, limit);
    }

    /**
     * @param asked whose searches
     * @param days without an end until today, without a beginning the last 30 of them
     * @param limit how many texts, 1 to {@link #MOST_TEXTS}
     * @throws InvalidInputException if the limit is out of range
     * @throws io.tenderhub.failure.UnavailableException if the store of the log can't be reached
     */
    public UsageReport of(SearchUsage.Usage asked, DayRange days, int limit) {
        if (limit < 1 || limit > MOST_TEXTS) {
            throw new InvalidInputException("analytics", "limit", "must be from 1 to " + MOST_TEXTS + ", not " + limit);
        }
        LocalDate to = days.to()
                .orElseGet(() ->
                        LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC).plusDays(1));
        LocalDate from = days.from().orElseGet(() -> to.minusDays(USUAL_DAYS));
        DayRange.requireDays(from, to);
        return new UsageReport(
                asked.days(from, to), asked.topTexts(from, to, limit), asked.textsWithoutHits(from, to, limit));
    }
}
