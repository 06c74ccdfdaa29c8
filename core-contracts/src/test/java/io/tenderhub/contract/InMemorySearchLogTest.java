package io.tenderhub.contract;

import io.tenderhub.memory.InMemoryHub;
import io.tenderhub.search.SearchLog;
import java.time.Clock;

class InMemorySearchLogTest extends SearchLogContract {
    private final InMemoryHub hub = new InMemoryHub(Clock.systemUTC());

    @Override
    protected SearchLog log() {
        return hub.searchLog();
    }
}
