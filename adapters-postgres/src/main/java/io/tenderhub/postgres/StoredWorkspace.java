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
        return scope.row(
                SUBJECT,
                "SELECT ocid, document::text AS document FROM " + table
                        + " WHERE team_id = :team AND ocid = :key FOR UPDATE",
                ocid,
                (row, context) -> read(row));
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
        return scope.delete(SUBJECT, table, "ocid", ocid);
    }

    @Override
    public int count() {
        return scope.count(SUBJECT, table);
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
