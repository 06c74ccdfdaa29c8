package io.tenderhub.event;

import java.time.Duration;
import java.time.Instant;
import java.util.List;

/** The relay's side of the outbox. No transaction stays open between the calls; many workers may call at once. */
public interface OutboxQueue {

    /**
     * Leases up to {@code max} events that are due, oldest first, skipping those that others hold. An event whose lease
     * ran out is due again.
     */
    List<ClaimedEvent> claim(int max, Duration lease);

    /**
     * Marks an event as handed on.
     *
     * @return false if the lease was lost in the meantime; nothing is changed then
     */
    boolean complete(ClaimedEvent event);

    /**
     * Gives an event back after a failure.
     *
     * @param error why, one line
     * @param nextAttempt when it is due again
     * @return false if the lease was lost in the meantime; nothing is changed then
     */
    boolean retryLater(ClaimedEvent event, String error, Instant nextAttempt);

    /**
     * Sets an event aside until a person looks at it.
     *
     * @return false if the lease was lost in the meantime; nothing is changed then
     */
    boolean park(ClaimedEvent event, String error);

    OutboxDepth depth();
}
