package io.tenderhub.analytics;

import io.tenderhub.search.SearchDay;
import io.tenderhub.search.SearchedText;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.List;
import java.util.Optional;
import java.util.function.ToLongFunction;

/**
 * How searching is used.
 *
 * @param days those of UTC that had searches, in order
 * @param top what was searched most
 * @param withoutHits what was searched most of what found nothing
 */
public record UsageReport(List<SearchDay> days, List<SearchedText> top, List<SearchedText> withoutHits) {
    public UsageReport {
        days = List.copyOf(days);
        top = List.copyOf(top);
        withoutHits = List.copyOf(withoutHits);
    }

    public long searches() {
        return sum(SearchDay::searches);
    }

    /** How many percent of the searches were answered from a cache, to one decimal; empty if there were none. */
    public Optional<BigDecimal> cacheHitRate() {
        return rate(sum(SearchDay::cached), searches());
    }

    /** The same of one day. */
    public static Optional<BigDecimal> cacheHitRate(SearchDay day) {
        return rate(day.cached(), day.searches());
    }

    private long sum(ToLongFunction<SearchDay> figure) {
        return days.stream().mapToLong(figure).sum();
    }

    private static Optional<BigDecimal> rate(long cached, long searches) {
        return searches == 0
                ? Optional.empty()
                : Optional.of(BigDecimal.valueOf(cached)
                        .movePointRight(2)
                        .divide(BigDecimal.valueOf(searches), 1, RoundingMode.HALF_UP));
    }
}
