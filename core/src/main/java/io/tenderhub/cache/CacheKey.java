package io.tenderhub.cache;

import static java.util.Objects.requireNonNull;

import io.tenderhub.team.TeamId;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Names one cached answer.
 *
 * @param owner the team whose answer it is; empty for public answers. Part of the key, so one team can't name another's
 * @param id within the region and owner, in a canonical form: same meaning, same id
 * @param tags what the answer depends on; at most a few, and the same ones whenever the key is used. What a team owns depends on
 *     the team, also where nobody said so: its tag ends all of it
 */
public record CacheKey<V>(CacheRegion<V> region, Optional<TeamId> owner, String id, Set<CacheTag> tags) {
    public CacheKey {
        requireNonNull(region);
        requireNonNull(owner);
        requireNonNull(id);
        tags = owner.isEmpty() ? Set.copyOf(tags) : withTagOf(owner.get(), tags);
    }

    private static Set<CacheTag> withTagOf(TeamId owner, Set<CacheTag> tags) {
        return Stream.concat(tags.stream(), Stream.of(CacheTag.team(owner))).collect(Collectors.toUnmodifiableSet());
    }
}
