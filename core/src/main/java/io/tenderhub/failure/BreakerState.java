package io.tenderhub.failure;

import java.util.Locale;

/** What a circuit breaker makes of a store just now. */
public enum BreakerState {
    /** The store answers. */
    CLOSED,
    /** It failed too often in a row; it is left alone for a while. */
    OPEN,
    /** The while is over; a probe finds out whether it answers again. */
    HALF_OPEN;

    /** {@code closed}, {@code open} or {@code half-open}. */
    public String code() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
