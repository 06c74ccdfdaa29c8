package io.tenderhub.postgres;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;

/** Plain SQL, of which nothing is kept. */
final class Session implements AutoCloseable {
    private final Connection connection;

    Session(OwnDatabase database, String role, String team) {
        try {
            this.connection = database.asLogin().getConnection();
            connection.setAutoCommit(false);
            try (Statement statement = connection.createStatement()) {
                if (!team.isEmpty()) {
                    statement.execute("SET " + database.names().teamSetting() + " = '" + team + "'");
                }
                if (!role.isEmpty()) {
                    statement.execute("SET ROLE " + role);
                }
            }
            connection.commit();
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    /** How many rows it changed or gave, or what the server said instead. */
    Answer attempt(String sql) {
        try (Statement statement = connection.createStatement()) {
            boolean gives = statement.execute(sql);
            List<String> rows = new ArrayList<>();
            if (gives) {
                try (ResultSet results = statement.getResultSet()) {
                    while (results.next()) {
                        rows.add(String.valueOf(results.getString(1)));
                    }
                }
            }
            return new Answer(gives ? rows.size() : statement.getUpdateCount(), rows, "");
        } catch (SQLException e) {
            return new Answer(0, List.of(), e.getSQLState() + " " + e.getMessage());
        } finally {
            rollback();
        }
    }

    private void rollback() {
        try {
            connection.rollback();
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    @Override
    public void close() {
        try {
            connection.close();
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    /**
     * @param refusal the SQLSTATE and the server's words; empty where it did as asked
     */
    record Answer(int count, List<String> rows, String refusal) {
        boolean isRefused() {
            return !refusal.isEmpty();
        }

        boolean isDenied() {
            return refusal.startsWith("42501");
        }
    }
}
