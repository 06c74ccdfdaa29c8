package io.tenderhub.postgres;

import io.tenderhub.contract.SearchAlertsContract;
import io.tenderhub.event.OutboxAdministration;
import io.tenderhub.event.UnitOfWork;
import io.tenderhub.naming.NamePrefix;
import io.tenderhub.tender.TenderCatalog;

class PostgresSearchAlertsTest extends SearchAlertsContract {
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
    protected OutboxAdministration outboxAdministration() {
        return adapter.outboxAdministration();
    }
}
