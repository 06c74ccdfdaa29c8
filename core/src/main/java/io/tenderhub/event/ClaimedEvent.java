package io.tenderhub.event;

import static java.util.Objects.requireNonNull;

import java.time.Instant;

/**
 * An event leased to one worker.
 *
 * @param attempt 1 at the first claim
 * @param token proves the lease; another claim of the same event has another one
 * @param leasedUntil when somebody else may claim it, unless the lease is renewed
 */
public record ClaimedEvent(RaisedEvent raised, int attempt, String token, Instant leasedUntil) {
    public ClaimedEvent {
        requireNonNull(raised);
        requireNonNull(token);
        requireNonNull(leasedUntil);
    }

    public long id() {
        return raised.id();
    }

    public DomainEvent event() {
        return raised.event();
    }
}
