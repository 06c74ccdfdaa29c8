package io.tenderhub.postgres;

import io.tenderhub.contract.FacetCatalogContract;
import io.tenderhub.event.UnitOfWork;
import io.tenderhub.naming.NamePrefix;
import io.tenderhub.search.FacetCatalog;
import io.tenderhub.tender.TenderCatalog;

class PostgresFacetCatalogTest extends FacetCatalogContract {
    private final PostgresAdapter adapter = TestServer.shared().empty(prefix(), clock);

    NamePrefix prefix() {
        return NamePrefix.DEFAULT;
    }

    @Override
    protected UnitOfWork unitOfWork() {
        return adapter.unitOfWork();
    }

    @Override
    protected FacetCatalog facetCatalog() {
        return adapter.facetCatalog();
    }

    @Override
    protected TenderCatalog tenderCatalog() {
        return adapter.tenderCatalog();
    }
}
