package io.tenderhub.postgres;

import static io.tenderhub.postgres.TextArray.isImpossible;

import io.tenderhub.team.ApiKey;
import io.tenderhub.team.ApiKeyRepository;
import io.tenderhub.team.Permission;
import java.sql.Array;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** A row for each API key of one team, also revoked ones. */
final class StoredApiKeys implements ApiKeyRepository {
    private static final String SUBJECT = "API keys";
    private final TeamScope scope;
    private final String table;
    private final String select;

    StoredApiKeys(TeamScope scope) {
        this.scope = scope;
        this.table = scope.names().apiKeys();
        this.select = "SELECT id, name, key_hash, scopes, made_by, created_at, revoked_at FROM " + table
                + " WHERE team_id = :team";
    }

    @Override
    public List<ApiKey> all() {
        return scope.rows(SUBJECT, select + " ORDER BY created_at, id", (row, context) -> read(row));
    }

    @Override
    public Optional<ApiKey> find(String id) {
        return scope.row(SUBJECT, select + " AND id = :key", id, (row, context) -> read(row));
    }

    @Override
    public void insert(ApiKey key) {
        scope.run(
                SUBJECT,
                handle -> handle.createUpdate("INSERT INTO " + table
                                + " (team_id, id, name, key_hash, scopes, made_by, created_at, revoked_at)"
                                + " VALUES (:team, :id, :name, :hash, :scopes, :by, :created::timestamptz,"
                                + " :revoked::timestamptz)")
                        .bind("team", scope.team().value())
                        .bind("id", key.id())
                        .bind("name", key.name())
                        .bind("hash", key.keyHash())
                        .bind(
                                "scopes",
                                TextArray.of(key.scopes().stream()
                                        .map(Permission::code)
                                        .sorted()
                                        .toList()))
                        .bind("by", key.by())
                        .bind("created", Times.text(key.createdAt()))
                        .bind("revoked", key.revokedAt().map(Times::text).orElse(null))
                        .execute());
    }

    @Override
    public boolean revoke(String id, Instant at) {
        if (isImpossible(id)) {
            return false;
        }
        return scope.run(
                        SUBJECT,
                        handle -> handle.createUpdate("UPDATE " + table + " SET revoked_at = :at::timestamptz"
                                        + " WHERE team_id = :team AND id = :id AND revoked_at IS NULL")
                                .bind("at", Times.text(at))
                                .bind("team", scope.team().value())
                                .bind("id", id)
                                .execute())
                == 1;
    }

    private static ApiKey read(ResultSet row) throws SQLException {
        return new ApiKey(
                row.getString("id"),
                row.getString("name"),
                row.getString("key_hash"),
                scopes(row.getArray("scopes")),
                row.getString("made_by"),
                Times.read(row, "created_at"),
                Times.readOptional(row, "revoked_at"));
    }

    /** A scope that this program does not know allows nothing in it. */
    private static Set<Permission> scopes(Array codes) throws SQLException {
        return Arrays.stream((String[]) codes.getArray())
                .flatMap(code -> Permission.ofCode(code).stream())
                .collect(Collectors.toUnmodifiableSet());
    }
}
