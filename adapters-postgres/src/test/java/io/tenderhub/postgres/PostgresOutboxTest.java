package io.tenderhub.postgres;

import io.tenderhub.contract.OutboxContract;
import io.tenderhub.event.OutboxAdministration;
import io.tenderhub.event.OutboxQueue;
import io.tenderhub.event.OutboxSignal;
import io.tenderhub.event.UnitOfWork;
import io.tenderhub.naming.NamePrefix;

class PostgresOutboxTest extends OutboxContract {
    private final PostgresAdapter adapter = TestServer.shared().empty(prefix(), clock);

    NamePrefix prefix() {
        return NamePrefix.DEFAULT;
    }

    @Override
    protected UnitOfWork unitOfWork() {
        return adapter.unitOfWork();
    }

    @Override
    protected OutboxQueue outboxQueue() {
        return adapter.outboxQueue();
    }

    @Override
    protected OutboxAdministration administration() {
        return adapter.outboxAdministration();
    }

    @Override
    protected OutboxSignal signal() {
        return adapter.outboxSignal();
    }
}
