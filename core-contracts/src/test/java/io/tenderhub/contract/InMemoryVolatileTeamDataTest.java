package io.tenderhub.contract;

import io.tenderhub.cache.Cache;
import io.tenderhub.memory.InMemoryHub;
import io.tenderhub.quota.Quotas;
import io.tenderhub.team.VolatileTeamData;
import java.time.Clock;

final class InMemoryVolatileTeamDataTest extends VolatileTeamDataContract {
    private final InMemoryHub hub = new InMemoryHub(Clock.systemUTC());

    @Override
    protected VolatileTeamData data() {
        return hub.volatileTeamData();
    }

    @Override
    protected Quotas quotas() {
        return hub.quotas();
    }

    @Override
    protected Cache cacheOfAnotherNode() {
        return hub.cache();
    }
}
