package io.tenderhub.contract;

import io.tenderhub.company.ProfileCatalog;
import io.tenderhub.event.UnitOfWork;
import io.tenderhub.memory.InMemoryHub;

final class InMemoryProfilesTest extends ProfileRepositoryContract {
    private final InMemoryHub hub = new InMemoryHub(clock);

    @Override
    protected UnitOfWork unitOfWork() {
        return hub.unitOfWork();
    }

    @Override
    protected ProfileCatalog profileCatalog() {
        return hub.profileCatalog();
    }
}
