package io.tenderhub.team;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** The API keys of one team inside one transaction of the truth, opened for that team. */
public interface ApiKeyRepository {

    /** In the order they were made, also revoked ones. */
    List<ApiKey> all();

    Optional<ApiKey> find(String id);

    void insert(ApiKey key);

    /** @return false if there is none, or it was revoked before; then it keeps its time */
    boolean revoke(String id, Instant at);
}
