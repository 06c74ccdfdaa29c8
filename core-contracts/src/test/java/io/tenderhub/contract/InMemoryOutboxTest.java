package io.tenderhub.contract;

import io.tenderhub.event.OutboxAdministration;
import io.tenderhub.event.OutboxQueue;
import io.tenderhub.event.OutboxSignal;
import io.tenderhub.event.UnitOfWork;
import io.tenderhub.memory.InMemoryHub;

final class InMemoryOutboxTest extends OutboxContract {
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
    protected OutboxAdministration administration() {
        return hub.outboxAdministration();
    }

    @Override
    protected OutboxSignal signal() {
        return hub.outboxSignal();
    }
}
