package io.tenderhub.postgres;

import io.tenderhub.contract.TeamRepositoryContract;
import io.tenderhub.event.UnitOfWork;
import io.tenderhub.naming.NamePrefix;

class PostgresTeamRepositoryTest extends TeamRepositoryContract {
    private final PostgresAdapter adapter = TestServer.shared().empty(prefix(), clock);

    NamePrefix prefix() {
        return NamePrefix.DEFAULT;
    }

    @Override
    protected UnitOfWork unitOfWork() {
        return adapter.unitOfWork();
    }
}
