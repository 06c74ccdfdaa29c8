package io.tenderhub.contract;

import io.tenderhub.memory.InMemoryHub;
import io.tenderhub.summary.SummaryRepository;
import java.time.Clock;

final class InMemorySummariesTest extends SummaryRepositoryContract {
    private final InMemoryHub hub = new InMemoryHub(Clock.systemUTC());

    @Override
    protected SummaryRepository summaries() {
        return hub.summaries();
    }
}
