package io.tenderhub.postgres;

import io.tenderhub.team.TeamId;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.mapper.RowMapper;
import org.jdbi.v3.core.statement.SqlStatement;

/** An open transaction that was opened for this team; what is had through it names the team in every statement, too. */
record TeamScope(Transaction transaction, TeamId team) {

    <T> T run(String what, Function<Handle, T> statements) {
        return transaction.run(what + " of team " + team, statements);
    }

    Names names() {
        return transaction.database().names();
    }

    /** The rows of a statement that has the team as {@code :team} and nothing else to bind. */
    <T> List<T> rows(String what, String sql, RowMapper<T> mapper) {
        return run(what, handle -> bound(handle.createQuery(sql)).map(mapper).list());
    }

    /** The row of such a statement. */
    <T> Optional<T> row(String what, String sql, RowMapper<T> mapper) {
        return run(what, handle -> bound(handle.createQuery(sql)).map(mapper).findOne());
    }

    /** The row of a statement that has a key of the team's as {@code :key} besides; none for a text that no row can hold. */
    <T> Optional<T> row(String what, String sql, String key, RowMapper<T> mapper) {
        return TextArray.isImpossible(key)
                ? Optional.empty()
                : run(
                        what,
                        handle -> bound(handle.createQuery(sql))
                                .bind("key", key)
                                .map(mapper)
                                .findOne());
    }

    /** How many rows of the team a table has. */
    int count(String what, String table) {
        return row(
                        what,
                        "SELECT count(*) AS count FROM " + table + " WHERE team_id = :team",
                        (row, context) -> row.getInt("count"))
                .orElseThrow();
    }

    /** Whether a row of the team was there under a key, which then is not any more. */
    boolean delete(String what, String table, String column, String key) {
        return !TextArray.isImpossible(key)
                && run(
                                what,
                                handle -> bound(handle.createUpdate("DELETE FROM " + table
                                                + " WHERE team_id = :team AND " + column + " = :key"))
                                        .bind("key", key)
                                        .execute())
                        == 1;
    }

    /** @throws IllegalArgumentException if what is to be written belongs to another team */
    void requireOwn(TeamId written) {
        if (!written.equals(team)) {
            throw new IllegalArgumentException("a transaction for team " + team + " does not touch team " + written);
        }
    }

    private <S extends SqlStatement<S>> S bound(S statement) {
        return statement.bind("team", team.value());
    }
}
