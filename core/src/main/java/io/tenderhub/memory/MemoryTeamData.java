package io.tenderhub.memory;

import io.tenderhub.cache.Cache;
import io.tenderhub.cache.CacheTag;
import io.tenderhub.team.TeamId;
import io.tenderhub.team.VolatileTeamData;
import java.util.Set;

final class MemoryTeamData implements VolatileTeamData {
    private final Cache cache;
    private final MemoryQuotas quotas;

    MemoryTeamData(Cache cache, MemoryQuotas quotas) {
        this.cache = cache;
        this.quotas = quotas;
    }

    @Override
    public void forget(TeamId team) {
        cache.invalidate(Set.of(CacheTag.team(team), CacheTag.workspace(team)));
        quotas.forget(team);
    }
}
