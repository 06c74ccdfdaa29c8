package io.tenderhub.contract;

import io.tenderhub.event.OutboxAdministration;
import io.tenderhub.event.UnitOfWork;
import io.tenderhub.memory.InMemoryHub;

final class InMemoryTeamRegistrationTest extends TeamRegistrationContract {
    private InMemoryHub hub = new InMemoryHub(clock);

    @Override
    protected UnitOfWork unitOfWork() {
        return hub.unitOfWork();
    }

    @Override
    protected OutboxAdministration outbox() {
        return hub.outboxAdministration();
    }

    @Override
    protected void startAgainEmpty() {
        hub = new InMemoryHub(clock);
    }
}
