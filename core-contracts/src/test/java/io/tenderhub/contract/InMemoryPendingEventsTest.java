package io.tenderhub.contract;

import io.tenderhub.consistency.PendingEvents;
import io.tenderhub.event.OutboxQueue;
import io.tenderhub.event.UnitOfWork;
import io.tenderhub.memory.InMemoryHub;

final class InMemoryPendingEventsTest extends PendingEventsContract {
    private final InMemoryHub hub = new InMemoryHub(clock);

    @Override
    protected UnitOfWork unitOfWork() {
        return hub.unitOfWork();
    }

    @Override
    protected OutboxQueue outboxQueue() {
        return hub.outboxQueue();
    }

    @Override
    protected PendingEvents pendingEvents() {
        return hub.pendingEvents();
    }
}
