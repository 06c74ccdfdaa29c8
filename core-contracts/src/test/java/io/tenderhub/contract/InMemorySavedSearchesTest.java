package io.tenderhub.contract;

import io.tenderhub.event.UnitOfWork;
import io.tenderhub.memory.InMemoryHub;

final class InMemorySavedSearchesTest extends SavedSearchRepositoryContract {
    private final InMemoryHub hub = new InMemoryHub(clock);

    @Override
    protected UnitOfWork unitOfWork() {
        return hub.unitOfWork();
    }
}
