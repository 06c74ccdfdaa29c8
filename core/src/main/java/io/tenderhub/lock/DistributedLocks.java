package io.tenderhub.lock;

import java.time.Duration;
import java.util.Collection;
import java.util.List;

/**
 * Locks that hold across nodes, each of one name. They run out by themselves, and earlier where the process that held them has
 * died, so no lock outlives its holder for long; and as they do, a lock alone never makes a write safe: its
 * {@link HeldLock#fence fencing number} does. The store of the locks may lose them all; the numbers rise nevertheless.
 */
public interface DistributedLocks {

    /**
     * Tries once to lock each of these names, on its own; waits for nobody.
     *
     * @param names any texts; one that comes twice is locked once
     * @param timeToLive at least a millisecond; after it the lock is free again
     * @return those that were free, now held by the caller, in no order
     * @throws IllegalArgumentException if the time is too short
     * @throws io.tenderhub.failure.UnavailableException if the store of the locks can't be reached
     */
    List<HeldLock> tryAcquire(Collection<String> names, Duration timeToLive);

    /**
     * Frees those that are still held by these tokens; what somebody else holds by now stays locked. A store that can't be
     * reached is no failure: the locks run out.
     */
    void release(Collection<HeldLock> locks);
}
