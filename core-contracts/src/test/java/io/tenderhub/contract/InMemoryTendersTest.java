package io.tenderhub.contract;

import io.tenderhub.event.OutboxQueue;
import io.tenderhub.event.UnitOfWork;
import io.tenderhub.memory.InMemoryHub;
import io.tenderhub.tender.TenderCatalog;

final class InMemoryTendersTest extends TenderRepositoryContract {
    private final InMemoryHub hub = new InMemoryHub(clock);

    @Override
    protected UnitOfWork unitOfWork() {
        return hub.unitOfWork();
    }

    @Override
    protected TenderCatalog tenderCatalog() {
        return hub.tenderCatalog();
    }

    @Override
    protected OutboxQueue outboxQueue() {
        return hub.outboxQueue();
    }
}
