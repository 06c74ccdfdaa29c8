package io.tenderhub.lock;

import java.time.Duration;
import java.util.Collection;
import java.util.List;

/**
 * Locks that hold across nodes, each of one name. They run out by themselves, so no lock outlives its holder for long; and as
 * they do, a lock alone never makes a write safe: its {@link HeldLock#fence fencing number} does.
 */
public interface DistributedLocks {

    /**
     * Tries once to lock each of these names, on its own; waits for nobody.
     *
     * @param names each once
     * @param timeToLive above zero; after it the lock is free again
     * @return those that were free, now held by the caller, in no order
     * @throws io.tenderhub.failure.UnavailableException if the store of the locks can't be reached
     */
    List<HeldLock> tryAcquire(Collection<String> names, Duration timeToLive);

    /**
     * Frees those that are still held by these tokens; what somebody else holds by now stays locked. A store that can't be
     * reached is no failure: the locks run out.
     */
    void release(Collection<HeldLock> locks);
}
