package io.tenderhub.postgres;

import io.tenderhub.contract.TenderCatalogContract;
import io.tenderhub.event.UnitOfWork;
import io.tenderhub.naming.NamePrefix;
import io.tenderhub.tender.TenderCatalog;

class PostgresTenderCatalogTest extends TenderCatalogContract {
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
}
