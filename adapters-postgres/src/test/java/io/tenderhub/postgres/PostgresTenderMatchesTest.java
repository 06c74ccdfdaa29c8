package io.tenderhub.postgres;

import io.tenderhub.contract.TenderMatchesContract;
import io.tenderhub.event.UnitOfWork;
import io.tenderhub.naming.NamePrefix;
import io.tenderhub.search.TenderMatches;

class PostgresTenderMatchesTest extends TenderMatchesContract {
    private final PostgresAdapter adapter = TestServer.shared().empty(prefix(), clock);

    NamePrefix prefix() {
        return NamePrefix.DEFAULT;
    }

    @Override
    protected UnitOfWork unitOfWork() {
        return adapter.unitOfWork();
    }

    @Override
    protected TenderMatches matches() {
        return adapter.tenderMatches();
    }
}
