package io.tenderhub.postgres;

import io.tenderhub.postgres.Session.Answer;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** The tables of a database that hold what belongs to teams, as its catalogue tells, so that none can be forgotten. */
final class TeamTables {
    private static final Map<String, String> VALUES = Map.of(
            "text", "'x'",
            "timestamp with time zone", "now()",
            "jsonb", "'{}'",
            "smallint", "1",
            "integer", "1",
            "bigint", "1",
            "boolean", "false",
            "uuid", "gen_random_uuid()",
            "bytea", "'\\x00'",
            "text[]", "'{x}'");

    private final OwnDatabase database;

    TeamTables(OwnDatabase database) {
        this.database = database;
    }

    List<String> all() {
        return texts(
                "SELECT relname FROM pg_class JOIN pg_attribute ON attrelid = pg_class.oid WHERE relkind IN ('r', 'p')"
                        + " AND attname = 'team_id' AND starts_with(relname, '" + database.prefix() + "_') ORDER BY 1");
    }

    /** One row a table for each of these teams, whatever its columns are, and a copy of each under {@code copy_<table>}. */
    void fill(String... teams) {
        for (String table : all()) {
            Map<String, String> row = row(table);
            String columns = String.join(", ", row.keySet());
            List<String> statements = new ArrayList<>();
            // Foreign keys are not looked at: the tables are filled in any order.
            statements.add("SET session_replication_role = replica");
            for (String team : teams) {
                row.put("team_id", "'" + team + "'");
                statements.add(
                        "INSERT INTO " + table + " (" + columns + ") VALUES (" + String.join(", ", row.values()) + ")");
            }
            statements.add("CREATE TABLE copy_" + table + " AS TABLE " + table);
            statements.add("GRANT SELECT ON copy_" + table + " TO PUBLIC");
            OwnDatabase.execute(database.asSuperuser(), statements.toArray(String[]::new));
        }
    }

    private Map<String, String> row(String table) {
        Map<String, String> row = new LinkedHashMap<>();
        row.put("team_id", "");
        for (String column :
                texts("SELECT attname || ':' || format_type(atttypid, atttypmod) FROM pg_attribute WHERE attrelid = '"
                        + table + "'::regclass AND attnum > 0 AND NOT attisdropped AND attnotnull AND NOT atthasdef"
                        + " AND attidentity = '' AND attname <> 'team_id'")) {
            String[] nameAndType = column.split(":");
            String value = VALUES.get(nameAndType[1]);
            if (value == null) {
                throw new IllegalStateException("say here a value of type " + nameAndType[1] + " for " + table);
            }
            row.put(nameAndType[0], value);
        }
        return row;
    }

    /** The columns of a table for which a role was granted this. */
    List<String> granted(String role, String table, String verb) {
        return texts("SELECT attname FROM pg_attribute WHERE attrelid = '" + table + "'::regclass AND attnum > 0"
                + " AND NOT attisdropped AND attidentity = '' AND has_column_privilege('" + role
                + "', attrelid, attnum, '" + verb
                + "') ORDER BY attnum");
    }

    private List<String> texts(String sql) {
        return TestServer.texts(database.asSuperuser(), sql);
    }

    /** A connection of the login that has become this role for this team; without a role it stays the owner of the tables. */
    Session session(String role, String team) {
        return new Session(database, role, team);
    }

    /** Everything that one role can try on a table; tells what crossed, from this team to another. */
    List<String> crossings(String table, String role, String team) {
        List<String> crossed = new ArrayList<>();
        try (Session session = session(role, team)) {
            int own = team.isEmpty() ? 0 : 1;
            Answer seen = session.attempt("SELECT team_id FROM " + table);
            seen.rows().stream().filter(one -> !one.equals(team)).forEach(one -> crossed.add("sees " + one));
            if (!seen.isRefused() && !seen.rows().contains(team) && own == 1) {
                crossed.add("does not see its own");
            }
            if (session.attempt("SELECT count(*) FROM " + table + " HAVING count(*) > " + own)
                            .count()
                    > 0) {
                crossed.add("counts others");
            }
            if (session.attempt("SELECT team_id FROM " + table + " FOR UPDATE").count() > own) {
                crossed.add("locks others");
            }
            for (String column : granted(role.isEmpty() ? database.login() : role, table, "UPDATE")) {
                if (session.attempt("UPDATE " + table + " SET " + column + " = " + column)
                                .count()
                        > own) {
                    crossed.add("changes " + column + " of others");
                }
            }
            Answer given = session.attempt("UPDATE " + table + " SET team_id = 'given away'");
            if (given.count() > 0) {
                crossed.add("gives a row to others");
            }
            if (session.attempt("DELETE FROM " + table).count() > own) {
                crossed.add("deletes of others");
            }
            if (!session.attempt("TRUNCATE " + table + " CASCADE").isDenied() && !role.isEmpty()) {
                crossed.add("truncates");
            }
            for (String other : othersThan(team)) {
                // Any other answer, such as that there is one, tells about the other.
                if (!session.attempt(insert(table, role, "'" + other + "'", "")).isDenied()) {
                    crossed.add("inserts for " + other);
                }
            }
        }
        return crossed;
    }

    private List<String> othersThan(String team) {
        return team.equals("b") ? List.of("a", "nobody") : List.of("b", "nobody");
    }

    /** Inserts b's row, for whatever team. */
    String insert(String table, String role, String team, String rest) {
        List<String> columns = granted(role.isEmpty() ? database.login() : role, table, "INSERT");
        return "INSERT INTO " + table + " (" + String.join(", ", columns) + ") SELECT "
                + columns.stream()
                        .map(column -> column.equals("team_id") ? team : column)
                        .collect(Collectors.joining(", "))
                + " FROM copy_" + table + " WHERE team_id = 'b'" + rest;
    }
}
