package io.tenderhub.postgres;

import io.tenderhub.team.TeamId;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.mapper.RowMapper;
import org.jdbi.v3.core.statement.StatementContext;

/**
 * What a transaction may see: the role it takes and the team it names. Both are local to the transaction, so that a pooled
 * connection can't carry them into another one.
 */
final class Rights {
    private final String system;
    private final String team;

    Rights(Names names) {
        // The path first, as long as it is the login's: the schema of the tables may be the one that is called like the
        // login.
        String role = "SELECT set_config('search_path',"
                + " (SELECT string_agg(quote_ident(name), ', ') FROM unnest(current_schemas(false)) AS name), true),"
                + " set_config('role', '";
        this.system = role + names.systemRole() + "', true)";
        this.team = role + names.appRole() + "', true), set_config('" + names.teamSetting() + "', :team, true)";
    }

    /** Sees all teams, until the transaction ends. */
    boolean takeSystem(Handle handle) {
        return handle.createQuery(system).map((row, context) -> true).one();
    }

    /** Sees this team alone, until the transaction ends. */
    boolean takeTeam(Handle handle, TeamId id) {
        return handle.createQuery(team)
                .bind("team", id.value())
                .map((row, context) -> true)
                .one();
    }

    /**
     * Two statements that are sent together and, where no transaction is open, are one (PostgreSQL manual, "Pipelining"): the
     * role is taken for the second and ends with it.
     */
    String systemBefore(String sql) {
        return system + "; " + sql;
    }

    /** The same for one team, which both name as {@code :team}. */
    String teamBefore(String sql) {
        return team + "; " + sql;
    }

    /** What is left of a statement without the taking of a role before it: nothing, if that is all of it. */
    String withoutRole(String sql) {
        for (String role : List.of(system, team)) {
            if (sql.equals(role)) {
                return "";
            }
            if (sql.startsWith(role + "; ")) {
                return sql.substring(role.length() + 2);
            }
        }
        return sql;
    }

    /** The rows of the second statement. */
    static <T> List<T> rowsAfter(Supplier<PreparedStatement> statements, RowMapper<T> mapper, StatementContext context)
            throws SQLException {
        PreparedStatement both = statements.get();
        if (!both.getMoreResults()) {
            throw new IllegalStateException("the statement gives no rows");
        }
        List<T> rows = new ArrayList<>();
        try (ResultSet results = both.getResultSet()) {
            while (results.next()) {
                rows.add(mapper.map(results, context));
            }
        }
        return rows;
    }
}
