package io.tenderhub.analytics;

import static java.util.Objects.requireNonNull;

import java.util.List;
import java.util.Optional;

/**
 * What was published day by day.
 *
 * @param category empty for tenders of all categories
 * @param days every day of the range, the earliest first
 */
public record Trend(Optional<String> category, String currency, List<DayFigure> days) {
    public Trend {
        requireNonNull(category);
        requireNonNull(currency);
        days = List.copyOf(days);
    }
}
