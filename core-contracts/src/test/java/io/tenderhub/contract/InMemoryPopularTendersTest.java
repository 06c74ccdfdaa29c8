package io.tenderhub.contract;

import io.tenderhub.memory.InMemoryHub;
import io.tenderhub.popularity.PopularTenders;

final class InMemoryPopularTendersTest extends PopularTendersContract {
    private final InMemoryHub hub = new InMemoryHub(clock);

    @Override
    protected PopularTenders popular() {
        return hub.popularTenders();
    }
}
