package io.tenderhub.postgres;

import com.fasterxml.jackson.core.JsonProcessingException;
import io.tenderhub.audit.AuditEntry;
import io.tenderhub.audit.AuditTrail;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/** A row for each thing that was done in one team; the roles may not change or remove one. */
final class StoredAuditTrail implements AuditTrail {
    private static final String SUBJECT = "the audit trail";
    private static final String ORDER = "happened_at, written_at, id";
    private final TeamScope scope;
    private final String table;

    StoredAuditTrail(TeamScope scope) {
        this.scope = scope;
        this.table = scope.names().audit();
    }

    @Override
    public void append(
            String actor, String action, String subject, Map<String, String> before, Map<String, String> after) {
        scope.run(
                SUBJECT,
                handle -> handle.createUpdate(
                                "INSERT INTO " + table
                                        + " (team_id, happened_at, actor, action, subject, before, after) VALUES"
                                        + " (:team, :now::timestamptz, :actor, :action, :subject, :before::jsonb, :after::jsonb)")
                        .bind("team", scope.team().value())
                        .bind("now", Times.text(scope.transaction().database().now()))
                        .bind("actor", actor)
                        .bind("action", action)
                        .bind("subject", subject)
                        .bind("before", Documents.write(before))
                        .bind("after", Documents.write(after))
                        .execute());
    }

    @Override
    public List<AuditEntry> latest(Optional<String> olderThan, int limit) {
        if (limit < 1) {
            throw new IllegalArgumentException("a page has at least one entry, not " + limit);
        }
        Optional<UUID> last = olderThan.flatMap(StoredAuditTrail::uuid);
        if (olderThan.isPresent() && last.isEmpty()) {
            return List.of();
        }
        return scope.run(SUBJECT, handle -> {
            var query = handle.createQuery("SELECT id, happened_at, actor, action, subject, before::text AS before,"
                            + " after::text AS after FROM " + table + " WHERE team_id = :team"
                            + (last.isEmpty()
                                    ? ""
                                    : " AND (" + ORDER + ") < (SELECT " + ORDER + " FROM " + table
                                            + " WHERE team_id = :team AND id = :last)")
                            + " ORDER BY " + ORDER.replace(",", " DESC,") + " DESC LIMIT :limit")
                    .bind("team", scope.team().value())
                    .bind("limit", limit);
            last.ifPresent(id -> query.bind("last", id));
            return query.map((row, context) -> read(row)).list();
        });
    }

    private static Optional<UUID> uuid(String id) {
        try {
            return Optional.of(UUID.fromString(id));
        } catch (IllegalArgumentException e) {
            // No entry has such an id.
            return Optional.empty();
        }
    }

    private static AuditEntry read(ResultSet row) throws SQLException {
        return new AuditEntry(
                row.getString("id"),
                Times.read(row, "happened_at"),
                row.getString("actor"),
                row.getString("action"),
                row.getString("subject"),
                fields(row.getString("before")),
                fields(row.getString("after")));
    }

    private static Map<String, String> fields(String json) {
        try {
            return Documents.texts(json);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("a stored entry of the audit trail can't be read", e);
        }
    }
}
