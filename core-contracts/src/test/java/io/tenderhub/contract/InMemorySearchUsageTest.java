package io.tenderhub.contract;

import io.tenderhub.memory.InMemoryHub;
import io.tenderhub.search.SearchLog;
import io.tenderhub.search.SearchUsage;
import java.time.Clock;

class InMemorySearchUsageTest extends SearchUsageContract {
    private final InMemoryHub hub = new InMemoryHub(Clock.systemUTC());

    @Override
    protected SearchUsage usage() {
        return hub.searchUsage();
    }

    @Override
    protected SearchLog log() {
        return hub.searchLog();
    }
}
