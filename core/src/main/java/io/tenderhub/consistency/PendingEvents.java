package io.tenderhub.consistency;

import java.util.Collection;
import java.util.Set;

/** What the outbox is about to bring: work that waits is not work that was lost. */
public interface PendingEvents {

    /** Those of these ids that an event is about which is neither handled nor parked. One round trip. */
    Set<String> waitingFor(Collection<String> aggregateIds);
}
