package io.tenderhub.contract;

import io.tenderhub.analytics.SpendReports;
import io.tenderhub.memory.InMemoryHub;
import java.time.Clock;

final class InMemorySpendReportsTest extends SpendReportsContract {
    private final InMemoryHub hub = new InMemoryHub(Clock.systemUTC());

    @Override
    protected SpendReports reports() {
        return hub.spendReports();
    }
}
