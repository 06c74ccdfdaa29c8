package io.tenderhub.contract;

import io.tenderhub.event.OutboxAdministration;
import io.tenderhub.event.UnitOfWork;
import io.tenderhub.memory.InMemoryHub;
import io.tenderhub.workspace.WorkspaceCatalog;

final class InMemoryWorkspacesTest extends WorkspacesContract {
    private final InMemoryHub hub = new InMemoryHub(clock);

    @Override
    protected UnitOfWork unitOfWork() {
        return hub.unitOfWork();
    }

    @Override
    protected WorkspaceCatalog workspaceCatalog() {
        return hub.workspaceCatalog();
    }

    @Override
    protected OutboxAdministration outboxAdministration() {
        return hub.outboxAdministration();
    }
}
