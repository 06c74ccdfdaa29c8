package io.tenderhub.analytics;

import static java.util.Objects.requireNonNull;

import io.tenderhub.failure.InvalidInputException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Optional;

/**
 * Days of a zone that is told elsewhere.
 *
 * @param from the first day; empty for all before {@code to}
 * @param to the day after the last; empty for all from {@code from} on
 */
public record DayRange(Optional<LocalDate> from, Optional<LocalDate> to) {
    /** Every day there is. */
    public static final DayRange ALL = new DayRange(Optional.empty(), Optional.empty());

    /** @throws InvalidInputException if it ends before it begins, or has no day */
    public DayRange {
        requireNonNull(from);
        requireNonNull(to);
        if (from.isPresent() && to.isPresent()) {
            requireDays(from.get(), to.get());
        }
    }

    static void requireDays(LocalDate from, LocalDate to) {
        if (!from.isBefore(to)) {
            throw new InvalidInputException("range", "to", "must be after from, " + from);
        }
    }

    public static DayRange of(LocalDate from, LocalDate to) {
        return new DayRange(Optional.of(from), Optional.of(to));
    }

    public boolean isAll() {
        return from.isEmpty() && to.isEmpty();
    }

    /** The instant at which the first day begins. */
    public Optional<Instant> begin(ZoneId zone) {
        return from.map(day -> day.atStartOfDay(zone).toInstant());
    }

    /** The instant at which the last day has ended. */
    public Optional<Instant> end(ZoneId zone) {
        return to.map(day -> day.atStartOfDay(zone).toInstant());
    }

    public boolean contains(Instant at, ZoneId zone) {
        return begin(zone).filter(at::isBefore).isEmpty()
                && end(zone).filter(end -> !at.isBefore(end)).isEmpty();
    }
}
