package io.tenderhub.memory;

import io.tenderhub.failure.ConflictException;
import io.tenderhub.team.ApiKey;
import io.tenderhub.team.ApiKeyRepository;
import io.tenderhub.team.TeamId;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

final class MemoryApiKeys implements ApiKeyRepository {
    private static final Comparator<ApiKey> MADE =
            Comparator.comparing(ApiKey::createdAt).thenComparing(ApiKey::id);

    private final TeamId team;
    private final Changes changes;

    MemoryApiKeys(TeamId team, Changes changes) {
        this.team = team;
        this.changes = changes;
    }

    @Override
    public List<ApiKey> all() {
        return changes.team(team).apiKeys.values().stream().sorted(MADE).toList();
    }

    @Override
    public Optional<ApiKey> find(String id) {
        return Optional.ofNullable(changes.team(team).apiKeys.get(id));
    }

    @Override
    public void insert(ApiKey key) {
        if (changes.changedTeam(team).apiKeys.putIfAbsent(key.id(), key) != null) {
            throw new ConflictException("there is an API key " + key.id() + " already");
        }
    }

    @Override
    public boolean revoke(String id, Instant at) {
        Optional<ApiKey> known = find(id).filter(key -> !key.isRevoked());
        known.ifPresent(key -> changes.changedTeam(team)
                .apiKeys
                .put(
                        id,
                        new ApiKey(
                                id,
                                key.name(),
                                key.keyHash(),
                                key.scopes(),
                                key.by(),
                                key.createdAt(),
                                Optional.of(at))));
        return known.isPresent();
    }
}
