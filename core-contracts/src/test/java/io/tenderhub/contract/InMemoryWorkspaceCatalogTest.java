package io.tenderhub.contract;

import io.tenderhub.event.UnitOfWork;
import io.tenderhub.memory.InMemoryHub;
import io.tenderhub.workspace.WorkspaceCatalog;
import io.tenderhub.workspace.WorkspaceFollowers;

final class InMemoryWorkspaceCatalogTest extends WorkspaceCatalogContract {
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
    protected WorkspaceFollowers workspaceFollowers() {
        return hub.workspaceFollowers();
    }
}
