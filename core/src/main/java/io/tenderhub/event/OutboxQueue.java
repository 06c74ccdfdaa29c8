package io.tenderhub.event;

import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Set;

/** The relay's side of the outbox. No transaction stays open between the calls; many workers may call at once. */
public interface OutboxQueue {

    /**
     * Leases up to {@code max} events that are due, oldest first, skipping those that others hold. An event whose lease
     * ran out is due again.
     */
    List<ClaimedEvent> claim(int max, Duration lease, EventSelection selection);

    /**
     * Holds these events for another while, counted from now.
     *
     * @return the ids of those that are still held; the leases of the others were lost and stay so
     */
    Set<Long> renew(Collection<ClaimedEvent> events, Duration lease);

    /**
     * Marks events as handed on, in one round trip.
     *
     * @return how many; the leases of the others were lost in the meantime, and nothing of them is changed
     */
    int complete(Collection<ClaimedEvent> events);

    /**
     * Gives an event back after a failure.
     *
     * @param error why, one line
     * @param nextAttempt when it is due again
     * @return false if the lease was lost in the meantime; nothing is changed then
     */
    boolean retryLater(ClaimedEvent event, String error, Instant nextAttempt);

    /**
     * Gives events back that could not be handled for a reason that is not theirs, such as a store that is away: the attempt
     * does not count.
     *
     * @param reason one line
     * @param nextAttempt when they are due again
     * @return how many; the leases of the others were lost in the meantime, and nothing of them is changed
     */
    int release(Collection<ClaimedEvent> events, String reason, Instant nextAttempt);

    /**
     * Sets an event aside until a person looks at it.
     *
     * @return false if the lease was lost in the meantime; nothing is changed then
     */
    boolean park(ClaimedEvent event, String error);

    OutboxDepth depth();

    /** A part of it, for who asks often: as cheap as the waiting and parked events are few, however many are done. */
    default OutboxBacklog backlog() {
        return depth().backlog();
    }
}
