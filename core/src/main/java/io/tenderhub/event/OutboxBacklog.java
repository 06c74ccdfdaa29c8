package io.tenderhub.event;

import static java.util.Objects.requireNonNull;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/**
 * How many events are still to be handed on.
 *
 * @param waiting not yet handed on and not parked, leased ones included
 * @param parked set aside after too many attempts
 * @param oldestWaiting when the first of the waiting ones was raised
 */
public record OutboxBacklog(long waiting, long parked, Optional<Instant> oldestWaiting) {
    public OutboxBacklog {
        requireNonNull(oldestWaiting);
    }

    /** How far the relay is behind: the age of the oldest waiting event, zero if none waits. */
    public Duration lag(Instant now) {
        return oldestWaiting
                .map(oldest -> Duration.between(oldest, now))
                .filter(lag -> !lag.isNegative())
                .orElse(Duration.ZERO);
    }
}
