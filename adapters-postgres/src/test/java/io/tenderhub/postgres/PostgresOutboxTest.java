package io.tenderhub.postgres;

import io.tenderhub.contract.OutboxContract;
import io.tenderhub.event.OutboxQueue;
import io.tenderhub.event.UnitOfWork;
import io.tenderhub.naming.NamePrefix;
import org.jspecify.annotations.Nullable;

class PostgresOutboxTest extends OutboxContract {
    private @Nullable PostgresAdapter adapter;

    NamePrefix prefix() {
        return NamePrefix.DEFAULT;
    }

    private PostgresAdapter adapter() {
        PostgresAdapter made = adapter;
        if (made == null) {
            made = TestServer.shared().empty(prefix(), clock);
            adapter = made;
        }
        return made;
    }

    @Override
    protected UnitOfWork unitOfWork() {
        return adapter().unitOfWork();
    }

    @Override
    protected OutboxQueue outboxQueue() {
        return adapter().outboxQueue();
    }
}
