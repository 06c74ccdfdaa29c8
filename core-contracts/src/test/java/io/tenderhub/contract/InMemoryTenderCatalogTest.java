package io.tenderhub.contract;

import io.tenderhub.event.UnitOfWork;
import io.tenderhub.memory.InMemoryHub;
import io.tenderhub.tender.TenderCatalog;

final class InMemoryTenderCatalogTest extends TenderCatalogContract {
    private final InMemoryHub hub = new InMemoryHub(clock);

    @Override
    protected UnitOfWork unitOfWork() {
        return hub.unitOfWork();
    }

    @Override
    protected TenderCatalog tenderCatalog() {
        return hub.tenderCatalog();
    }
}
