package io.tenderhub.event;

import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Events in hand that were begun together. Each is settled once, by whoever is first done with it. */
final class Batch {
    private final long begun = System.nanoTime();
    private final Map<Long, ClaimedEvent> open = new HashMap<>();
    private boolean split;

    Batch(Collection<ClaimedEvent> events) {
        events.forEach(event -> open.put(event.id(), event));
    }

    /** Takes an event off; false if somebody else has. */
    synchronized boolean settle(ClaimedEvent event) {
        return open.remove(event.id()) != null;
    }

    /** Whose leases are to be renewed. */
    synchronized List<ClaimedEvent> open() {
        return List.copyOf(open.values());
    }

    /** Leaves alone those that were lost; what was done for them counts for nothing. */
    synchronized int keepOnly(Collection<ClaimedEvent> asked, Set<Long> held) {
        int lost = 0;
        for (ClaimedEvent event : asked) {
            if (!held.contains(event.id()) && open.remove(event.id()) != null) {
                lost++;
            }
        }
        return lost;
    }

    /** Once, when it takes longer than that: its events, to be handled one by one beside it. */
    synchronized List<ClaimedEvent> splitWhenOlderThan(long nanos) {
        if (split || open.size() < 2 || System.nanoTime() - begun < nanos) {
            return List.of();
        }
        split = true;
        return List.copyOf(open.values());
    }
}
