package io.tenderhub.contract;

import io.tenderhub.event.OutboxAdministration;
import io.tenderhub.event.UnitOfWork;
import io.tenderhub.memory.InMemoryHub;
import io.tenderhub.tender.TenderCatalog;

final class InMemorySearchAlertsTest extends SearchAlertsContract {
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
    protected OutboxAdministration outboxAdministration() {
        return hub.outboxAdministration();
    }
}
