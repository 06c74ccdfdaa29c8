package io.tenderhub.analytics;

import java.util.Comparator;
import java.util.Locale;

/** What tenders are counted by. */
public enum CountedBy {
    /** The code as published; the days of a range are those of the release date. */
    STATUS(Count.MOST_FIRST),
    /** {@code 2026-W47}: the ISO week in which the tender closes, by which the days of a range go, too. */
    CLOSING_WEEK(Count.BY_NAME);

    private final Comparator<Count> order;

    CountedBy(Comparator<Count> order) {
        this.order = order;
    }

    /** {@code status}, {@code closing-week}. */
    public String code() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /** Statuses most first; weeks as they come. */
    public Comparator<Count> order() {
        return order;
    }
}
