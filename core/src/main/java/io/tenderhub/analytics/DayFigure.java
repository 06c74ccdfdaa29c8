package io.tenderhub.analytics;

import static java.util.Objects.requireNonNull;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.util.Optional;

/**
 * The tenders that were published on a day.
 *
 * @param tenders all of them, whatever their value
 * @param valued those with a value in the currency that was asked for
 * @param total of these values, exact; 0 if there are none
 */
public record DayFigure(LocalDate day, long tenders, long valued, BigDecimal total) {
    public DayFigure {
        requireNonNull(day);
        requireNonNull(total);
    }

    static DayFigure none(LocalDate day) {
        return new DayFigure(day, 0, 0, BigDecimal.ZERO);
    }

    /** Of the values, to the cent, half a cent upwards; empty if there are none. */
    public Optional<BigDecimal> average() {
        return valued == 0
                ? Optional.empty()
                : Optional.of(total.divide(BigDecimal.valueOf(valued), 2, RoundingMode.HALF_UP));
    }
}
