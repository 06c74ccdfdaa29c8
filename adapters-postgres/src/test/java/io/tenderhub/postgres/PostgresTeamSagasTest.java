package io.tenderhub.postgres;

import io.tenderhub.contract.TeamSagaRepositoryContract;
import io.tenderhub.event.UnitOfWork;
import io.tenderhub.naming.NamePrefix;
import java.time.Clock;

class PostgresTeamSagasTest extends TeamSagaRepositoryContract {
    private final PostgresAdapter adapter = TestServer.shared().empty(prefix(), Clock.systemUTC());

    NamePrefix prefix() {
        return NamePrefix.DEFAULT;
    }

    @Override
    protected UnitOfWork unitOfWork() {
        return adapter.unitOfWork();
    }
}
