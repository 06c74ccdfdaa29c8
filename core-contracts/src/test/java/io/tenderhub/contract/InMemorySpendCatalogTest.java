package io.tenderhub.contract;

import io.tenderhub.analytics.SpendCatalog;
import io.tenderhub.event.UnitOfWork;
import io.tenderhub.memory.InMemoryHub;

final class InMemorySpendCatalogTest extends SpendCatalogContract {
    private final InMemoryHub hub = new InMemoryHub(clock);

    @Override
    protected UnitOfWork unitOfWork() {
        return hub.unitOfWork();
    }

    @Override
    protected SpendCatalog spendCatalog() {
        return hub.spendCatalog();
    }
}
