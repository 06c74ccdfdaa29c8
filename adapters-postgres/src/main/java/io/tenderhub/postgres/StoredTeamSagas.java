package io.tenderhub.postgres;

import io.tenderhub.failure.ConflictException;
import io.tenderhub.team.TeamId;
import io.tenderhub.team.TeamSaga;
import io.tenderhub.team.TeamSagaRepository;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Optional;
import org.jdbi.v3.core.statement.SqlStatement;

/** The row that tells how far a team has come. */
final class StoredTeamSagas implements TeamSagaRepository {
    static final String SELECT = "SELECT team_id, kind, next_step, attempts, last_error, started_at, updated_at FROM ";
    private final TeamScope scope;
    private final String table;

    StoredTeamSagas(TeamScope scope) {
        this.scope = scope;
        this.table = scope.names().teamSagas();
    }

    @Override
    public Optional<TeamSaga> find() {
        return find("");
    }

    @Override
    public Optional<TeamSaga> lock() {
        return find(" FOR NO KEY UPDATE");
    }

    private Optional<TeamSaga> find(String lock) {
        return scope.row("the saga", SELECT + table + " WHERE team_id = :team" + lock, (row, context) -> read(row));
    }

    @Override
    public void insert(TeamSaga saga) {
        scope.requireOwn(saga.team());
        int inserted = scope.run(
                "the saga",
                handle -> bind(
                                handle.createUpdate("INSERT INTO " + table
                                        + " (team_id, kind, next_step, attempts, last_error, started_at, updated_at)"
                                        + " VALUES (:team, :kind, :next, :attempts, :error, :started::timestamptz,"
                                        + " :updated::timestamptz) ON CONFLICT DO NOTHING"),
                                saga)
                        .execute());
        if (inserted == 0) {
            throw scope.transaction().refuse(new ConflictException("the team id " + scope.team() + " is taken"));
        }
    }

    @Override
    public boolean update(TeamSaga saga) {
        scope.requireOwn(saga.team());
        return scope.run(
                        "the saga",
                        handle -> bind(
                                        handle.createUpdate("UPDATE " + table
                                                + " SET kind = :kind, next_step = :next, attempts = :attempts,"
                                                + " last_error = :error, started_at = :started::timestamptz,"
                                                + " updated_at = :updated::timestamptz WHERE team_id = :team"),
                                        saga)
                                .execute())
                == 1;
    }

    private static <S extends SqlStatement<S>> S bind(S statement, TeamSaga saga) {
        return statement
                .bind("team", saga.team().value())
                .bind("kind", saga.kind().code())
                .bind("next", saga.next().code())
                .bind("attempts", saga.attempts())
                .bind("error", saga.lastError().orElse(null))
                .bind("started", Times.text(saga.startedAt()))
                .bind("updated", Times.text(saga.updatedAt()));
    }

    /**
     * @throws IllegalStateException if the row can't be decoded; names the team
     */
    static TeamSaga read(ResultSet row) throws SQLException {
        String id = row.getString("team_id");
        try {
            return new TeamSaga(
                    new TeamId(id),
                    TeamSaga.Kind.ofCode(row.getString("kind")),
                    TeamSaga.Step.ofCode(row.getString("next_step")),
                    row.getInt("attempts"),
                    Optional.ofNullable(row.getString("last_error")),
                    Times.read(row, "started_at"),
                    Times.read(row, "updated_at"));
        } catch (IllegalArgumentException e) {
            throw new IllegalStateException("the stored saga of team " + id + " can't be read: " + e.getMessage(), e);
        }
    }
}
