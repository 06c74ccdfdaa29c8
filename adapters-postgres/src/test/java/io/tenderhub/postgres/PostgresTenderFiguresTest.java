package io.tenderhub.postgres;

import io.tenderhub.analytics.TenderFigures;
import io.tenderhub.contract.TenderFiguresContract;
import io.tenderhub.event.UnitOfWork;
import io.tenderhub.naming.NamePrefix;
import java.time.Clock;

class PostgresTenderFiguresTest extends TenderFiguresContract {
    private final PostgresAdapter adapter = TestServer.shared().empty(prefix(), Clock.systemUTC());

    NamePrefix prefix() {
        return NamePrefix.DEFAULT;
    }

    @Override
    protected UnitOfWork unitOfWork() {
        return adapter.unitOfWork();
    }

    @Override
    protected TenderFigures figures() {
        return adapter.tenderFigures();
    }
}
