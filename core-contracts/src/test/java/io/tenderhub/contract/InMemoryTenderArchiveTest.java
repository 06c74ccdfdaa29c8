package io.tenderhub.contract;

import io.tenderhub.event.UnitOfWork;
import io.tenderhub.history.TenderArchive;
import io.tenderhub.memory.InMemoryHub;

class InMemoryTenderArchiveTest extends TenderArchiveContract {
    private final InMemoryHub hub = new InMemoryHub(clock);

    @Override
    protected UnitOfWork unitOfWork() {
        return hub.unitOfWork();
    }

    @Override
    protected TenderArchive archive() {
        return hub.tenderArchive();
    }
}
