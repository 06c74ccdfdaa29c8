package io.tenderhub.memory;

import io.tenderhub.lock.DistributedLocks;
import io.tenderhub.lock.HeldLock;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;

/** Locks of one process. One counter gives the fencing numbers of all names, so those of each rise. */
final class MemoryLocks implements DistributedLocks {
    private record Held(String token, Instant until) {}

    private final Clock clock;
    private final Map<String, Held> held = new HashMap<>();
    private long lastFence;

    MemoryLocks(Clock clock) {
        this.clock = clock;
    }

    @Override
    public synchronized List<HeldLock> tryAcquire(Collection<String> names, Duration timeToLive) {
        if (timeToLive.toMillis() < 1) {
            throw new IllegalArgumentException("a lock lives for a millisecond at least, not " + timeToLive);
        }
        Instant now = clock.instant();
        held.values().removeIf(lock -> !now.isBefore(lock.until()));
        List<HeldLock> acquired = new ArrayList<>();
        for (String name : new LinkedHashSet<>(names)) {
            if (!held.containsKey(name)) {
                lastFence++;
                HeldLock lock = new HeldLock(name, "holder " + lastFence, lastFence);
                held.put(name, new Held(lock.token(), now.plus(timeToLive)));
                acquired.add(lock);
            }
        }
        return acquired;
    }

    @Override
    public synchronized void release(Collection<HeldLock> locks) {
        for (HeldLock lock : locks) {
            held.computeIfPresent(
                    lock.name(), (name, current) -> current.token().equals(lock.token()) ? null : current);
        }
    }
}
