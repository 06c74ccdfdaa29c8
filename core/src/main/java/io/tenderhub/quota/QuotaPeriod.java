package io.tenderhub.quota;

import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.temporal.TemporalAdjusters;
import java.util.Locale;

/** How long a quota lasts. */
public enum QuotaPeriod {
    /** From midnight to midnight. */
    DAY,
    /** From Monday to Monday. */
    WEEK;

    /**
     * The first day of the period that an instant falls in. A day that has begun is not left again where clocks go back over
     * midnight: the repeated end of the day before belongs to it.
     */
    public LocalDate firstDay(Instant instant, ZoneId zone) {
        LocalDate today = LocalDate.ofInstant(instant, zone);
        while (!instant.isBefore(today.plusDays(1).atStartOfDay(zone).toInstant())) {
            today = today.plusDays(1);
        }
        return this == DAY ? today : today.with(TemporalAdjusters.previousOrSame(DayOfWeek.MONDAY));
    }

    /** When the next period begins: at the first moment of its first day there, be the days between as long as they may. */
    public Instant resetsAt(Instant instant, ZoneId zone) {
        return firstDay(instant, zone)
                .plusDays(this == DAY ? 1 : 7)
                .atStartOfDay(zone)
                .toInstant();
    }

    /** {@code day} or {@code week}. */
    public String code() {
        return name().toLowerCase(Locale.ROOT);
    }
}
