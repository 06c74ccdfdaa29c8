package io.tenderhub.postgres;

import io.tenderhub.contract.SavedSearchRepositoryContract;
import io.tenderhub.event.UnitOfWork;
import io.tenderhub.naming.NamePrefix;

class PostgresSavedSearchRepositoryTest extends SavedSearchRepositoryContract {
    private final PostgresAdapter adapter = TestServer.shared().empty(prefix(), clock);

    NamePrefix prefix() {
        return NamePrefix.DEFAULT;
    }

    @Override
    protected UnitOfWork unitOfWork() {
        return adapter.unitOfWork();
    }
}
