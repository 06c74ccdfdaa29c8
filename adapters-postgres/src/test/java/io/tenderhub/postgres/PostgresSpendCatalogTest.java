package io.tenderhub.postgres;

import io.tenderhub.analytics.SpendCatalog;
import io.tenderhub.contract.SpendCatalogContract;
import io.tenderhub.event.UnitOfWork;
import io.tenderhub.naming.NamePrefix;

class PostgresSpendCatalogTest extends SpendCatalogContract {
    private final PostgresAdapter adapter = TestServer.shared().empty(prefix(), clock);

    NamePrefix prefix() {
        return NamePrefix.DEFAULT;
    }

    @Override
    protected UnitOfWork unitOfWork() {
        return adapter.unitOfWork();
    }

    @Override
    protected SpendCatalog spendCatalog() {
        return adapter.spendCatalog();
    }
}
