package io.tenderhub.contract;

import io.tenderhub.cache.InspectableCache;
import io.tenderhub.memory.InMemoryHub;
import java.time.Clock;

final class InMemoryCacheTest extends CacheContract {
    private final InMemoryHub hub = new InMemoryHub(Clock.systemUTC());

    @Override
    protected InspectableCache cache() {
        return hub.cache();
    }

    /** Memory knows one node alone. */
    @Override
    protected InspectableCache cacheOfAnotherNode() {
        return hub.cache();
    }
}
