package io.tenderhub.contract;

import io.tenderhub.lock.DistributedLocks;
import io.tenderhub.memory.InMemoryHub;
import java.time.Clock;

final class InMemoryLocksTest extends DistributedLocksContract {
    private final InMemoryHub hub = new InMemoryHub(Clock.systemUTC());

    @Override
    protected DistributedLocks locks() {
        return hub.locks();
    }

    /** Memory knows one node alone. */
    @Override
    protected DistributedLocks locksOfAnotherNode() {
        return hub.locks();
    }
}
