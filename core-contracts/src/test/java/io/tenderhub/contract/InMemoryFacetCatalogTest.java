package io.tenderhub.contract;

import io.tenderhub.event.UnitOfWork;
import io.tenderhub.memory.InMemoryHub;
import io.tenderhub.search.FacetCatalog;
import io.tenderhub.tender.TenderCatalog;

final class InMemoryFacetCatalogTest extends FacetCatalogContract {
    private final InMemoryHub hub = new InMemoryHub(clock);

    @Override
    protected UnitOfWork unitOfWork() {
        return hub.unitOfWork();
    }

    @Override
    protected FacetCatalog facetCatalog() {
        return hub.facetCatalog();
    }

    @Override
    protected TenderCatalog tenderCatalog() {
        return hub.tenderCatalog();
    }
}
