package io.tenderhub.postgres;

import io.tenderhub.contract.WorkspaceCatalogContract;
import io.tenderhub.event.UnitOfWork;
import io.tenderhub.naming.NamePrefix;
import io.tenderhub.workspace.WorkspaceCatalog;
import io.tenderhub.workspace.WorkspaceFollowers;

class PostgresWorkspaceCatalogTest extends WorkspaceCatalogContract {
    private final PostgresAdapter adapter = TestServer.shared().empty(prefix(), clock);

    NamePrefix prefix() {
        return NamePrefix.DEFAULT;
    }

    @Override
    protected UnitOfWork unitOfWork() {
        return adapter.unitOfWork();
    }

    @Override
    protected WorkspaceCatalog workspaceCatalog() {
        return adapter.workspaceCatalog();
    }

    @Override
    protected WorkspaceFollowers workspaceFollowers() {
        return adapter.workspaceFollowers();
    }
}
