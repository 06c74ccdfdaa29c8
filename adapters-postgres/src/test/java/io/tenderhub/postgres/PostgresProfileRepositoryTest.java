package io.tenderhub.postgres;

import io.tenderhub.company.ProfileCatalog;
import io.tenderhub.contract.ProfileRepositoryContract;
import io.tenderhub.event.UnitOfWork;
import io.tenderhub.naming.NamePrefix;

class PostgresProfileRepositoryTest extends ProfileRepositoryContract {
    private final PostgresAdapter adapter = TestServer.shared().empty(prefix(), clock);

    NamePrefix prefix() {
        return NamePrefix.DEFAULT;
    }

    @Override
    protected UnitOfWork unitOfWork() {
        return adapter.unitOfWork();
    }

    @Override
    protected ProfileCatalog profileCatalog() {
        return adapter.profileCatalog();
    }
}
