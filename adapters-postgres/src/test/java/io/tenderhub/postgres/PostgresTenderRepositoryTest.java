package io.tenderhub.postgres;

import io.tenderhub.contract.TenderRepositoryContract;
import io.tenderhub.event.OutboxQueue;
import io.tenderhub.event.UnitOfWork;
import io.tenderhub.naming.NamePrefix;
import io.tenderhub.tender.TenderCatalog;

class PostgresTenderRepositoryTest extends TenderRepositoryContract {
    private final PostgresAdapter adapter = TestServer.shared().empty(prefix(), clock);

    NamePrefix prefix() {
        return NamePrefix.DEFAULT;
    }

    @Override
    protected UnitOfWork unitOfWork() {
        return adapter.unitOfWork();
    }

    @Override
    protected TenderCatalog tenderCatalog() {
        return adapter.tenderCatalog();
    }

    @Override
    protected OutboxQueue outboxQueue() {
        return adapter.outboxQueue();
    }
}
