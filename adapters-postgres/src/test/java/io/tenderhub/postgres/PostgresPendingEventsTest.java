package io.tenderhub.postgres;

import io.tenderhub.consistency.PendingEvents;
import io.tenderhub.contract.PendingEventsContract;
import io.tenderhub.event.OutboxQueue;
import io.tenderhub.event.UnitOfWork;
import io.tenderhub.naming.NamePrefix;

class PostgresPendingEventsTest extends PendingEventsContract {
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
    protected PendingEvents pendingEvents() {
        return adapter.pendingEvents();
    }
}
