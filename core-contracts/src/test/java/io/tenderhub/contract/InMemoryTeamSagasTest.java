package io.tenderhub.contract;

import io.tenderhub.event.UnitOfWork;
import io.tenderhub.memory.InMemoryHub;
import java.time.Clock;

final class InMemoryTeamSagasTest extends TeamSagaRepositoryContract {
    private final InMemoryHub hub = new InMemoryHub(Clock.systemUTC());

    @Override
    protected UnitOfWork unitOfWork() {
        return hub.unitOfWork();
    }
}
