package io.tenderhub.contract;

import io.tenderhub.memory.InMemoryHub;
import io.tenderhub.quota.Quotas;

final class InMemoryQuotasTest extends QuotasContract {
    private final InMemoryHub hub = new InMemoryHub(clock);

    @Override
    protected Quotas quotas() {
        return hub.quotas();
    }

    /** Memory knows one node alone. */
    @Override
    protected Quotas quotasOfAnotherNode() {
        return hub.quotas();
    }
}
