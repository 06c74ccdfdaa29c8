package io.tenderhub.contract;

import io.tenderhub.analytics.TenderFigures;
import io.tenderhub.event.UnitOfWork;
import io.tenderhub.memory.InMemoryHub;
import java.time.Clock;

final class InMemoryTenderFiguresTest extends TenderFiguresContract {
    private final InMemoryHub hub = new InMemoryHub(Clock.systemUTC());

    @Override
    protected UnitOfWork unitOfWork() {
        return hub.unitOfWork();
    }

    @Override
    protected TenderFigures figures() {
        return hub.tenderFigures();
    }
}
