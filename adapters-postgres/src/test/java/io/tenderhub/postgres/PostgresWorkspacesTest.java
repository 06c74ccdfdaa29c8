package io.tenderhub.postgres;

import io.tenderhub.contract.WorkspacesContract;
import io.tenderhub.event.OutboxAdministration;
import io.tenderhub.event.UnitOfWork;
import io.tenderhub.naming.NamePrefix;
import io.tenderhub.workspace.WorkspaceCatalog;

class PostgresWorkspacesTest extends WorkspacesContract {
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
    protected OutboxAdministration outboxAdministration() {
        return adapter.outboxAdministration();
    }
}
