package io.tenderhub.postgres;

import io.tenderhub.contract.TeamRegistrationContract;
import io.tenderhub.event.OutboxAdministration;
import io.tenderhub.event.UnitOfWork;
import io.tenderhub.naming.NamePrefix;

class PostgresTeamRegistrationTest extends TeamRegistrationContract {
    private PostgresAdapter adapter = TestServer.shared().empty(NamePrefix.DEFAULT, clock);

    @Override
    protected UnitOfWork unitOfWork() {
        return adapter.unitOfWork();
    }

    @Override
    protected OutboxAdministration outbox() {
        return adapter.outboxAdministration();
    }

    @Override
    protected void startAgainEmpty() {
        adapter = TestServer.shared().empty(NamePrefix.DEFAULT, clock);
    }
}
