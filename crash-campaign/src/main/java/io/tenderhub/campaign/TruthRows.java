package io.tenderhub.campaign;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.HashMap;
import java.util.Map;

/**
 * The truth as PostgreSQL has it, read past the product.
 *
 * @param tenders by ocid
 * @param profileVersion of the team
 */
record TruthRows(Map<String, Row> tenders, long profileVersion) {

    /** @param raw the release as it was published */
    record Row(long version, String raw) {}

    static TruthRows read(String postgresUrl) throws SQLException {
        Map<String, Row> tenders = new HashMap<>();
        try (Connection connection = DriverManager.getConnection(postgresUrl);
                Statement statement = connection.createStatement()) {
            try (ResultSet rows =
                    statement.executeQuery("SELECT ocid, version, raw_text FROM " + Grounds.PREFIX + "_tenders")) {
                while (rows.next()) {
                    tenders.put(rows.getString(1), new Row(rows.getLong(2), rows.getString(3)));
                }
            }
            try (ResultSet row = statement.executeQuery("SELECT version FROM " + Grounds.PREFIX
                    + "_profiles WHERE team_id = '" + Feeding.TEAM.value() + "'")) {
                return new TruthRows(tenders, row.next() ? row.getLong(1) : 0);
            }
        }
    }
}
