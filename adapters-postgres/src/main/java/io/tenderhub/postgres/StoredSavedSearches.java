package io.tenderhub.postgres;

import com.fasterxml.jackson.core.JsonProcessingException;
import io.tenderhub.alert.Alert;
import io.tenderhub.alert.SavedSearch;
import io.tenderhub.alert.SavedSearchRepository;
import io.tenderhub.alert.SearchDraft;
import io.tenderhub.search.FoldedText;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jdbi.v3.core.statement.Update;

/** A row for each search that one team keeps, which holds what it looks for twice: as it was said, and as tenders are asked. */
final class StoredSavedSearches implements SavedSearchRepository {
    private static final String SUBJECT = "saved searches";
    /** By column, what is written there anew whenever the search changes. */
    private static final Map<String, String> CHANGING = changing();

    private final TeamScope scope;
    private final String table;
    private final String select;

    StoredSavedSearches(TeamScope scope) {
        this.scope = scope;
        this.table = scope.names().savedSearches();
        this.select = "SELECT id, name, said, filter::text AS filter, alert, made_by, created_at, new_from FROM "
                + table + " WHERE team_id = :team";
    }

    private static Map<String, String> changing() {
        Map<String, String> values = new HashMap<>(Map.of(
                "name", ":name",
                "said", ":said",
                "filter", ":filter::jsonb",
                "alert", ":alert",
                "new_from", ":new_from::timestamptz",
                // Text of which nothing is left but words as common as "the" is no text to look for.
                "words",
                        "(SELECT CASE WHEN numnode(words) > 0 THEN words END FROM (SELECT " + SearchConditions.WORDS
                                + ") AS given (words))"));
        for (FilterRule rule : FilterRule.ALL) {
            rule.operands().forEach((operand, type) -> values.put(operand, FilterRule.placeholder(operand, type)));
        }
        return Map.copyOf(values);
    }

    @Override
    public List<SavedSearch> all() {
        return scope.rows(SUBJECT, select + " ORDER BY created_at, id", (row, context) -> read(row));
    }

    @Override
    public Optional<SavedSearch> find(String id) {
        return scope.row(SUBJECT, select + " AND id = :key", id, (row, context) -> read(row));
    }

    @Override
    public int count() {
        return scope.count(SUBJECT, table);
    }

    @Override
    public void insert(SavedSearch search) {
        List<String> columns = CHANGING.keySet().stream().sorted().toList();
        String names = columns.stream().collect(Collectors.joining(", "));
        String values = columns.stream().map(CHANGING::get).collect(Collectors.joining(", "));
        scope.run(
                SUBJECT,
                handle -> bound(
                                handle.createUpdate("INSERT INTO " + table + " (team_id, id, made_by, created_at, "
                                        + names + ") VALUES (:team, :id, :by, :created::timestamptz, " + values + ")"),
                                search)
                        .bind("by", search.by())
                        .bind("created", Times.text(search.createdAt()))
                        .execute());
    }

    @Override
    public boolean update(SavedSearch search) {
        String changes = CHANGING.entrySet().stream()
                .map(column -> column.getKey() + " = " + column.getValue())
                .sorted()
                .collect(Collectors.joining(", "));
        return !TextArray.isImpossible(search.id())
                && scope.run(
                                SUBJECT,
                                handle -> bound(
                                                handle.createUpdate("UPDATE " + table + " SET " + changes
                                                        + " WHERE team_id = :team AND id = :id"),
                                                search)
                                        .execute())
                        == 1;
    }

    private Update bound(Update statement, SavedSearch search) {
        statement
                .bind("team", scope.team().value())
                .bind("id", search.id())
                .bind("name", search.name())
                .bind("said", search.text().orElse(null))
                .bind("text", search.text().map(FoldedText::fold).orElse(null))
                .bind("filter", Documents.write(search.filter()))
                .bind("alert", search.alert().code())
                .bind("new_from", search.newFrom().map(Times::text).orElse(null));
        for (FilterRule rule : FilterRule.ALL) {
            Map<String, Object> wanted = rule.valuesOf(search.filter());
            rule.operands().keySet().forEach(operand -> FilterRule.bind(statement, operand, wanted.get(operand)));
        }
        return statement;
    }

    @Override
    public boolean remove(String id) {
        return scope.delete(SUBJECT, table, "id", id);
    }

    private static SavedSearch read(ResultSet row) throws SQLException {
        Optional<Instant> newFrom = Times.readOptional(row, "new_from");
        try {
            return new SavedSearch(
                    row.getString("id"),
                    new SearchDraft(
                            row.getString("name"),
                            Optional.ofNullable(row.getString("said")),
                            Documents.filter(row.getString("filter")),
                            alert(row.getString("alert"))),
                    row.getString("made_by"),
                    Times.read(row, "created_at"),
                    newFrom);
        } catch (JsonProcessingException | IllegalArgumentException e) {
            throw new IllegalStateException("the saved search " + row.getString("id") + " can't be read", e);
        }
    }

    static Alert alert(String code) {
        return Alert.ofCode(code)
                .orElseThrow(() -> new IllegalStateException("a stored alert can't be read: none is called " + code));
    }
}
