package io.tenderhub.postgres;

import io.tenderhub.failure.ConflictException;
import io.tenderhub.team.Team;
import io.tenderhub.team.TeamId;
import io.tenderhub.team.TeamRepository;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.DateTimeException;
import java.time.ZoneId;
import java.util.Arrays;
import java.util.Optional;
import org.jdbi.v3.core.statement.SqlStatement;

/** The row of the team itself. */
final class StoredTeam implements TeamRepository {
    static final String SELECT = "SELECT team_id, name, plan, zone, state, created_at FROM ";
    private final TeamScope scope;
    private final String table;

    StoredTeam(TeamScope scope) {
        this.scope = scope;
        this.table = scope.names().teams();
    }

    @Override
    public Optional<Team> find() {
        return find("");
    }

    /** Against other lockers, and not against rows that refer to the team: whoever adds one of these waits for nobody. */
    @Override
    public Optional<Team> lock() {
        return find(" FOR NO KEY UPDATE");
    }

    private Optional<Team> find(String lock) {
        return scope.row("the row", SELECT + table + " WHERE team_id = :team" + lock, (row, context) -> read(row));
    }

    @Override
    public void insert(Team team) {
        scope.requireOwn(team.id());
        int inserted = scope.run(
                "the row",
                handle -> bind(
                                handle.createUpdate("INSERT INTO " + table
                                        + " (team_id, name, plan, zone, state, created_at)"
                                        + " VALUES (:team, :name, :plan, :zone, :state, :created::timestamptz)"
                                        + " ON CONFLICT DO NOTHING"),
                                team)
                        .bind("created", Times.text(team.createdAt()))
                        .execute());
        if (inserted == 0) {
            throw scope.transaction().refuse(new ConflictException("there is a team " + scope.team() + " already"));
        }
    }

    @Override
    public boolean update(Team team) {
        scope.requireOwn(team.id());
        return scope.run(
                        "the row",
                        handle -> bind(
                                        handle.createUpdate("UPDATE " + table
                                                + " SET name = :name, plan = :plan, zone = :zone, state = :state"
                                                + " WHERE team_id = :team"),
                                        team)
                                .execute())
                == 1;
    }

    /** What refers to the team goes with it, by the foreign keys; the profile does not refer to it. */
    @Override
    public boolean delete() {
        return scope.run("the row", handle -> {
            handle.createUpdate("DELETE FROM " + scope.names().profiles() + " WHERE team_id = :team")
                    .bind("team", scope.team().value())
                    .execute();
            return handle.createUpdate("DELETE FROM " + table + " WHERE team_id = :team")
                            .bind("team", scope.team().value())
                            .execute()
                    == 1;
        });
    }

    private static <S extends SqlStatement<S>> S bind(S statement, Team team) {
        return statement
                .bind("team", team.id().value())
                .bind("name", team.name())
                .bind("plan", team.plan())
                .bind("zone", team.zone().getId())
                .bind("state", team.state().code());
    }

    /**
     * @throws IllegalStateException if the row can't be decoded; names the team
     */
    static Team read(ResultSet row) throws SQLException {
        String id = row.getString("team_id");
        String state = row.getString("state");
        try {
            return new Team(
                    new TeamId(id),
                    row.getString("name"),
                    row.getString("plan"),
                    ZoneId.of(row.getString("zone")),
                    Arrays.stream(Team.State.values())
                            .filter(one -> one.code().equals(state))
                            .findFirst()
                            .orElseThrow(() -> new IllegalArgumentException("no state is called " + state)),
                    Times.read(row, "created_at"));
        } catch (IllegalArgumentException | DateTimeException e) {
            throw new IllegalStateException("the stored team " + id + " can't be read: " + e.getMessage(), e);
        }
    }
}
