package io.tenderhub.postgres;

import io.tenderhub.contract.ApiKeyRepositoryContract;
import io.tenderhub.event.UnitOfWork;
import io.tenderhub.naming.NamePrefix;

class PostgresApiKeyRepositoryTest extends ApiKeyRepositoryContract {
    private final PostgresAdapter adapter = TestServer.shared().empty(prefix(), clock);

    NamePrefix prefix() {
        return NamePrefix.DEFAULT;
    }

    @Override
    protected UnitOfWork unitOfWork() {
        return adapter.unitOfWork();
    }
}
