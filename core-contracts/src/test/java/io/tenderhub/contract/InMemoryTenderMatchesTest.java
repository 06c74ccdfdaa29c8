package io.tenderhub.contract;

import io.tenderhub.event.UnitOfWork;
import io.tenderhub.memory.InMemoryHub;
import io.tenderhub.search.TenderMatches;

final class InMemoryTenderMatchesTest extends TenderMatchesContract {
    private final InMemoryHub hub = new InMemoryHub(clock);

    @Override
    protected UnitOfWork unitOfWork() {
        return hub.unitOfWork();
    }

    @Override
    protected TenderMatches matches() {
        return hub.tenderMatches();
    }
}
