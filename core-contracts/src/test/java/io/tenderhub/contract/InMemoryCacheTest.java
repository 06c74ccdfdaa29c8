package io.tenderhub.contract;

import io.tenderhub.cache.Cache;
import io.tenderhub.memory.InMemoryHub;
import java.time.Clock;

final class InMemoryCacheTest extends CacheContract {
    private final InMemoryHub hub = new InMemoryHub(Clock.systemUTC());

    @Override
    protected Cache cache() {
        return hub.cache();
    }

    /** Memory knows one node alone. */
    @Override
    protected Cache cacheOfAnotherNode() {
        return hub.cache();
    }
}
