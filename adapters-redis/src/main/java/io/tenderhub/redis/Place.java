package io.tenderhub.redis;

import io.tenderhub.cache.CacheRegion;
import io.tenderhub.team.TeamId;
import java.util.List;
import java.util.Optional;

/**
 * Where an answer is kept, whose it is, and where the generations of its tags are.
 *
 * @param inEras whether no answer of its kind ends within an era
 */
record Place<V>(
        CacheRegion<V> region, Optional<TeamId> owner, String key, List<String> generationKeys, boolean inEras) {}
