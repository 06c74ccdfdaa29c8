package io.tenderhub.event;

import static java.util.Objects.requireNonNull;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/**
 * How many events there are.
 *
 * @param waiting not yet handed on and not parked, leased ones included
 * @param parked set aside after too many attempts
 * @param published handed on and not yet purged
 * @param oldestWaiting when the first of the waiting ones was raised
 */
public record OutboxDepth(long waiting, long parked, long published, Optional<Instant> oldestWaiting) {
    public OutboxDepth {
        requireNonNull(oldestWaiting);
    }

    /** How far the relay is behind: the age of the oldest waiting event, zero if none waits. */
    public Duration lag(Instant now) {
        return backlog().lag(now);
    }

    /** Without what is done. */
    public OutboxBacklog backlog() {
        return new OutboxBacklog(waiting, parked, oldestWaiting);
    }
}
