package io.tenderhub.contract;

import io.tenderhub.analytics.CountReports;
import io.tenderhub.memory.InMemoryHub;
import java.time.Clock;

final class InMemoryCountReportsTest extends CountReportsContract {
    private final InMemoryHub hub = new InMemoryHub(Clock.systemUTC());

    @Override
    protected CountReports countReports() {
        return hub.countReports();
    }
}
