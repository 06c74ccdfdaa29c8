package io.tenderhub.event;

import static java.util.Objects.requireNonNull;

import java.time.Instant;

/**
 * An event leased to one worker.
 *
 * @param id rising in the order of appending, not of committing
 * @param attempt 1 at the first claim
 * @param token proves the lease; another claim of the same event has another one
 * @param leasedUntil when somebody else may claim it
 */
public record ClaimedEvent(
        long id, DomainEvent event, int attempt, String token, Instant createdAt, Instant leasedUntil) {
    public ClaimedEvent {
        requireNonNull(event);
        requireNonNull(token);
        requireNonNull(createdAt);
        requireNonNull(leasedUntil);
    }
}
