package io.tenderhub.postgres;

import com.fasterxml.jackson.core.JsonProcessingException;
import io.tenderhub.failure.NotFoundException;
import io.tenderhub.workspace.WorkspaceEntry;
import io.tenderhub.workspace.WorkspaceRepository;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Optional;
import org.jdbi.v3.core.statement.Update;

/** A row for each tender that one team follows. */
final class StoredWorkspace implements WorkspaceRepository {
    private static final String SUBJECT = "the workspace";
    private final TeamScope scope;
    private final String table;

    StoredWorkspace(TeamScope scope) {
        this.scope = scope;
        this.table = scope.names().workspace();
    }

    @Override
    public Optional<WorkspaceEntry> find(String ocid) {
        if (TextArray.isImpossible(ocid)) {
            return Optional.empty();
        }
        return scope.run(
                SUBJECT,
                handle -> handle.createQuery("SELECT ocid, document::text AS document FROM " + table
                                + " WHERE team_id = :team AND ocid = :ocid FOR UPDATE")
                        .bind("team", scope.team().value())
                        .bind("ocid", ocid)
                        .map((row, context) -> read(row))
                        .findOne());
    }

    @Override
    public boolean insert(WorkspaceEntry entry) {
        boolean isNew = !TextArray.isImpossible(entry.ocid()) && insertWithTender(entry);
        if (!isNew && !isTender(entry.ocid())) {
            throw new NotFoundException("tender", entry.ocid());
        }
        return isNew;
    }

    private boolean insertWithTender(WorkspaceEntry entry) {
        return scope.run(
                        SUBJECT,
                        handle -> bind(
                                        handle.createUpdate("INSERT INTO " + table
                                                + " (team_id, ocid, status, conflicted, attended, open_tasks, document, version,"
                                                + " changed_by, changed_at)"
                                                + " SELECT :team, ocid, :status, :conflicted, :attended, :tasks, :document::jsonb,"
                                                + " :version, :by, :at::timestamptz FROM "
                                                + scope.names().tenders() + " WHERE ocid = :ocid"
                                                + " ON CONFLICT (team_id, ocid) DO NOTHING"),
                                        entry)
                                .execute())
                == 1;
    }

    private boolean isTender(String ocid) {
        return !TextArray.isImpossible(ocid)
                && scope.run(
                        SUBJECT,
                        handle -> handle.createQuery("SELECT EXISTS (SELECT FROM "
                                        + scope.names().tenders() + " WHERE ocid = :ocid)")
                                .bind("ocid", ocid)
                                .mapTo(Boolean.class)
                                .one());
    }

    @Override
    public boolean update(WorkspaceEntry entry) {
        return !TextArray.isImpossible(entry.ocid())
                && scope.run(
                                SUBJECT,
                                handle -> bind(
                                                handle.createUpdate("UPDATE " + table
                                                        + " SET status = :status, conflicted = :conflicted,"
                                                        + " attended = :attended, open_tasks = :tasks, document = :document::jsonb,"
                                                        + " version = :version, changed_by = :by, changed_at = :at::timestamptz"
                                                        + " WHERE team_id = :team AND ocid = :ocid"),
                                                entry)
                                        .execute())
                        == 1;
    }

    private Update bind(Update statement, WorkspaceEntry entry) {
        return statement
                .bind("team", scope.team().value())
                .bind("ocid", entry.ocid())
                .bind("status", entry.status().code())
                .bind("conflicted", entry.isConflicted())
                .bind("attended", entry.attended())
                .bind("tasks", entry.openTasks())
                .bind("document", Documents.write(entry))
                .bind("version", entry.version())
                .bind("by", entry.changed().by())
                .bind("at", Times.text(entry.changed().at()));
    }

    @Override
    public boolean remove(String ocid) {
        return !TextArray.isImpossible(ocid)
                && scope.run(
                                SUBJECT,
                                handle -> handle.createUpdate(
                                                "DELETE FROM " + table + " WHERE team_id = :team AND ocid = :ocid")
                                        .bind("team", scope.team().value())
                                        .bind("ocid", ocid)
                                        .execute())
                        == 1;
    }

    @Override
    public int count() {
        return scope.run(
                SUBJECT,
                handle -> handle.createQuery("SELECT count(*) FROM " + table + " WHERE team_id = :team")
                        .bind("team", scope.team().value())
                        .mapTo(Integer.class)
                        .one());
    }

    /** @throws IllegalStateException if the row can't be decoded; names the tender */
    static WorkspaceEntry read(ResultSet row) throws SQLException {
        try {
            return Documents.entry(row.getString("document"));
        } catch (JsonProcessingException | IllegalArgumentException e) {
            throw new IllegalStateException(
                    "the stored workspace entry " + row.getString("ocid") + " can't be read", e);
        }
    }
}
