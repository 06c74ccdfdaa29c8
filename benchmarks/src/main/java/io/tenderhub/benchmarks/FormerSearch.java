package io.tenderhub.benchmarks;

import io.tenderhub.tender.TenderFilter;
import io.tenderhub.tender.TenderQuery;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import javax.sql.DataSource;

/** What is written at first, to compare with: all that match are ranked, and the best are taken. */
final class FormerSearch {
    private final DataSource database;

    FormerSearch(DataSource database) {
        this.database = database;
    }

    /** How many the first page has. */
    int search(TenderQuery query) {
        List<String> conditions = new ArrayList<>(List.of("search @@ websearch_to_tsquery('english', ?)"));
        List<Object> values =
                new ArrayList<>(List.of(query.text().orElseThrow(), query.text().orElseThrow()));
        TenderFilter filter = query.filter();
        anyOf("province_key", filter.provinces(), conditions, values);
        anyOf("category_key", filter.categories(), conditions, values);
        anyOf("buyer_key", filter.buyers(), conditions, values);
        anyOf("status_key", filter.statuses(), conditions, values);
        time("closes_at >= ?", filter.closingFrom(), conditions, values);
        time("closes_at < ?", filter.closingTo(), conditions, values);
        time("release_date >= ?", filter.publishedFrom(), conditions, values);
        values.add(query.limit() + 1);
        String sql = "SELECT ocid, heading, buyer, ts_rank(search, websearch_to_tsquery('english', ?)) AS relevance"
                + " FROM tenderhub_tenders WHERE " + String.join(" AND ", conditions)
                + " ORDER BY relevance DESC, ocid LIMIT ?";
        try (Connection connection = database.getConnection();
                PreparedStatement statement = connection.prepareStatement(sql)) {
            for (int i = 0; i < values.size(); i++) {
                statement.setObject(i + 1, values.get(i));
            }
            int rows = 0;
            try (ResultSet found = statement.executeQuery()) {
                while (found.next()) {
                    rows++;
                }
            }
            return rows;
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    private static void anyOf(String column, Set<String> wanted, List<String> conditions, List<Object> values) {
        for (String value : wanted) {
            conditions.add(column + " = ?");
            values.add(value.toLowerCase(Locale.ROOT));
        }
    }

    private static void time(String condition, Optional<Instant> wanted, List<String> conditions, List<Object> values) {
        wanted.ifPresent(at -> {
            conditions.add(condition);
            values.add(at.atOffset(ZoneOffset.UTC));
        });
    }
}
