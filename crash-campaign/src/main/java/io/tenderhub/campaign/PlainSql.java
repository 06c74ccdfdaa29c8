package io.tenderhub.campaign;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.SQLException;

/** Another program that changes tenders in the database and knows nothing of the hub. */
final class PlainSql implements AutoCloseable {
    private static final String UPDATE = "UPDATE " + Grounds.PREFIX + "_tenders SET heading = replace(heading, ?, ?),"
            + " document = replace(document::text, ?, ?)::jsonb, raw = replace(raw::text, ?, ?)::jsonb,"
            + " raw_text = replace(raw_text, ?, ?) WHERE ocid = ?";
    private static final int REPLACED_COLUMNS = 4;

    private final Connection connection;
    private final Tally tally;

    PlainSql(String postgresUrl, Tally tally) throws SQLException {
        this.connection = DriverManager.getConnection(postgresUrl);
        this.tally = tally;
    }

    void write(Changes.Rewrite rewrite) throws SQLException {
        try (PreparedStatement update = connection.prepareStatement(UPDATE)) {
            for (int column = 0; column < REPLACED_COLUMNS; column++) {
                update.setString(1 + 2 * column, rewrite.from());
                update.setString(2 + 2 * column, rewrite.to());
            }
            update.setString(1 + 2 * REPLACED_COLUMNS, rewrite.ocid());
            if (update.executeUpdate() != 1) {
                throw new IllegalStateException(rewrite.ocid() + " is not in the truth");
            }
        }
        tally.changesBySql.incrementAndGet();
    }

    @Override
    public void close() throws SQLException {
        connection.close();
    }
}
