package io.tenderhub.memory;

import io.tenderhub.cache.Cache;
import io.tenderhub.cache.CacheTag;
import io.tenderhub.team.TeamId;
import io.tenderhub.team.VolatileTeamData;
import java.util.Set;

final class MemoryTeamData implements VolatileTeamData {
    private final Cache cache;
    private final MemoryQuotas quotas;
    private final MemoryNotifications notifications;

    MemoryTeamData(Cache cache, MemoryQuotas quotas, MemoryNotifications notifications) {
        this.cache = cache;
        this.quotas = quotas;
        this.notifications = notifications;
    }

    @Override
    public void forget(TeamId team) {
        cache.invalidate(Set.of(CacheTag.team(team), CacheTag.workspace(team)));
        quotas.forget(team);
        notifications.forget(team);
    }
}
