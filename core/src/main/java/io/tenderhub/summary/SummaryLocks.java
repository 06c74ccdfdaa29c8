package io.tenderhub.summary;

import io.tenderhub.failure.UnavailableException;
import io.tenderhub.lock.DistributedLocks;
import io.tenderhub.lock.HeldLock;
import java.time.Duration;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Keeps two nodes from summarising the same tender at once. Where the store of the locks is away the work goes on without:
 * locks save work, and versions alone keep the newer summary.
 */
final class SummaryLocks {
    private static final String NAME = "summary:";
    private final DistributedLocks locks;
    private final Duration timeToLive;

    SummaryLocks(DistributedLocks locks, Duration timeToLive) {
        this.locks = locks;
        this.timeToLive = timeToLive;
    }

    Held hold(Collection<String> ocids) {
        Map<String, Long> fences = new HashMap<>();
        try {
            List<HeldLock> held =
                    locks.tryAcquire(ocids.stream().map(NAME::concat).toList(), timeToLive);
            held.forEach(lock -> fences.put(lock.name().substring(NAME.length()), lock.fence()));
            Set<String> busy = new HashSet<>(ocids);
            busy.removeAll(fences.keySet());
            return new Held(fences, busy, held);
        } catch (UnavailableException locksAreAway) {
            ocids.forEach(ocid -> fences.put(ocid, 0L));
            return new Held(fences, Set.of(), List.of());
        }
    }

    /** Tenders that nobody else summarises until they are released. */
    final class Held {
        private final Map<String, Long> fences;
        private final Set<String> busy;
        private final List<HeldLock> locked;

        private Held(Map<String, Long> fences, Set<String> busy, List<HeldLock> locked) {
            this.fences = fences;
            this.busy = busy;
            this.locked = locked;
        }

        Set<String> ocids() {
            return fences.keySet();
        }

        long fence(String ocid) {
            return fences.getOrDefault(ocid, 0L);
        }

        /** Those of the wanted that somebody else has. */
        Set<String> busy() {
            return busy;
        }

        void release() {
            if (!locked.isEmpty()) {
                locks.release(locked);
            }
        }
    }
}
