package io.tenderhub.redis;

import io.tenderhub.cache.CacheTag;
import io.tenderhub.team.TeamId;
import io.tenderhub.team.VolatileTeamData;
import java.util.Set;

/**
 * Deletes the keys of a team that have known names: its counts, and the generations without which none of its answers counts, in no
 * level. The answers themselves run out.
 */
final class RedisTeamData implements VolatileTeamData {
    private final RedisQuotas quotas;
    private final RedisCache cache;

    RedisTeamData(RedisQuotas quotas, RedisCache cache) {
        this.quotas = quotas;
        this.cache = cache;
    }

    @Override
    public void forget(TeamId team) {
        quotas.forget(team);
        cache.invalidate(Set.of(CacheTag.team(team), CacheTag.workspace(team)));
    }
}
