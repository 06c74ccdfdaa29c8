package io.tenderhub.event;

import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;

/** The operator's side of the outbox. */
public interface OutboxAdministration {

    /**
     * Events in one state, oldest first.
     *
     * @param afterId only those behind this one; 0 for all
     * @param limit 1 or more
     */
    List<OutboxEntry> list(OutboxEntry.State state, long afterId, int limit);

    Optional<OutboxEntry> find(long id);

    /**
     * Makes waiting and parked events due at once, with all their attempts before them. What a worker holds, and what is
     * published, stays as it is.
     *
     * @return how many are due now because of this
     */
    int retry(Collection<Long> ids);

    /**
     * The same for every parked event.
     *
     * @return how many are due now because of this
     */
    int retryParked();

    /**
     * Removes published events, the oldest first.
     *
     * @param publishedBefore those from then on are kept
     * @param most how many at once, 1 or more, so that no transaction gets long
     * @return how many were removed; less than {@code most} if no more are left
     */
    int purge(Instant publishedBefore, int most);
}
