package io.tenderhub.redis;

import io.tenderhub.cache.CacheTag;
import io.tenderhub.team.TeamId;
import io.tenderhub.team.VolatileTeamData;
import java.util.Set;

/**
 * Deletes the keys of a team that have known names: its counts, its news, and the generations without which none of its answers counts, in no
 * level. The answers themselves run out.
 */
final class RedisTeamData implements VolatileTeamData {
    private final RedisQuotas quotas;
    private final RedisCache cache;
    private final RedisNotifications notifications;

    RedisTeamData(RedisQuotas quotas, RedisCache cache, RedisNotifications notifications) {
        this.quotas = quotas;
        this.cache = cache;
        this.notifications = notifications;
    }

    @Override
    public void forget(TeamId team) {
        quotas.forget(team);
        notifications.forget(team);
        cache.invalidate(Set.of(CacheTag.team(team), CacheTag.workspace(team)));
    }
}
