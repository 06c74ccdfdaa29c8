package io.tenderhub.postgres;

import io.tenderhub.search.FoldedText;
import io.tenderhub.tender.TenderFilter;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.SqlStatement;
import org.jdbi.v3.core.statement.SqlStatements;

/**
 * Which tenders a text and a filter let through, said in two ways that mean the same: for rows that are looked at one by one, and for the
 * index of words and marks. Whatever the caller gave is bound, never part of the statement.
 */
final class SearchConditions {
    /** The words that are looked for. */
    static final String WORDS = "websearch_to_tsquery('english', :text)";

    /** What marks stand for, too. */
    private static final Set<String> MARKED =
            Set.of("provinces", "buyers", "categories", "statuses", "methods", "briefing", "cidb_class", "grade");

    /** The form of an index expression of the migration, to the letter. */
    private static final String ONE_STATUS = "left(status_key, 100) = :one_status";

    private static final int STATUS_IN_INDEX = 100;
    private static final Pattern ROWS = Pattern.compile("rows=(\\d+)");

    private final List<String> columns = new ArrayList<>();
    private final List<String> ranges = new ArrayList<>();
    private final Map<String, Object> values = new LinkedHashMap<>();
    private final boolean text;
    private final boolean marks;
    private final TenderFilter filter;

    /**
     * @param text which says something to look for
     */
    SearchConditions(Optional<String> text, TenderFilter filter) {
        this.text = text.isPresent();
        this.filter = filter;
        text.ifPresent(words -> bind("text", FoldedText.fold(words)));
        Optional<String> marked = SearchMarks.of(filter);
        this.marks = marked.isPresent();
        marked.ifPresent(query -> bind("marks", query));
        add(filter);
    }

    boolean hasText() {
        return text;
    }

    TenderFilter filter() {
        return filter;
    }

    /** Whether the index of words and marks knows anything of them. */
    boolean areIndexed() {
        return text || marks;
    }

    /** Whether everything is let through. */
    boolean areNone() {
        return columns.isEmpty() && ranges.isEmpty() && !text;
    }

    /** How many the planner expects to be found. */
    long expected(Handle handle, String table) {
        return rows(handle, "EXPLAIN SELECT FROM " + table + forTheIndex());
    }

    /** How many stand in an order that a walk goes along. */
    long inOrder(Handle handle, String table, SearchOrder order) {
        return rows(handle, "EXPLAIN SELECT FROM " + table + alongTheOrder(order, ""));
    }

    private long rows(Handle handle, String explain) {
        Matcher rows = ROWS.matcher(
                bindTo(handle.createQuery(explain)).mapTo(String.class).list().get(0));
        return rows.find() ? Long.parseLong(rows.group(1)) : 0;
    }

    void bind(String name, Object value) {
        values.put(name, value);
    }

    /** For rows that are looked at one by one; what costs least comes first. Empty, or with a blank before it. */
    String forEachRow() {
        Stream<String> words = text ? Stream.of("search @@ " + WORDS) : Stream.empty();
        return where(Stream.of(columns.stream(), ranges.stream(), words).flatMap(conditions -> conditions));
    }

    /** For a walk along an order: where it begins. An index of the order by status is there for some alone. */
    String alongTheOrder(SearchOrder order, String after) {
        boolean byStatus = order.isByStatus() && values.containsKey("one_status");
        return where(Stream.concat(Stream.of(byStatus ? ONE_STATUS : "", after), order.within(values.keySet())));
    }

    /**
     * For the index, where it knows anything of them.
     *
     * @param further to be met, too
     */
    String forTheIndex(String... further) {
        List<String> queries = new ArrayList<>();
        if (text) {
            queries.add(WORDS);
        }
        if (marks) {
            queries.add(":marks::tsquery");
        }
        if (values.containsKey("sampled")) {
            queries.add(":sampled::tsquery");
        }
        Stream<String> indexed =
                queries.isEmpty() ? Stream.empty() : Stream.of("search @@ (" + String.join(" && ", queries) + ")");
        // By itself: the index then skips in the many months of a window what the others do not find.
        Stream<String> released =
                values.containsKey("released") ? Stream.of("search @@ :released::tsquery") : Stream.empty();
        return where(Stream.of(indexed, released, ranges.stream(), Stream.of(further))
                .flatMap(conditions -> conditions));
    }

    /** Those that were released in a window, which the index is told as far as it can be. */
    void within(Optional<String> releasedMarks) {
        values.remove("released");
        releasedMarks.ifPresent(query -> bind("released", query));
    }

    /** Those of a sample. */
    void sampled(SearchSample sample) {
        values.remove("sampled");
        sample.mark().ifPresent(query -> bind("sampled", query));
    }

    private static String where(Stream<String> conditions) {
        List<String> all = conditions.filter(condition -> !condition.isEmpty()).toList();
        return all.isEmpty() ? "" : all.stream().collect(Collectors.joining(") AND (", " WHERE (", ")"));
    }

    /** A statement need not use everything that is bound. */
    <S extends SqlStatement<S>> S bindTo(S statement) {
        statement.getConfig(SqlStatements.class).setUnusedBindingAllowed(true);
        values.forEach((name, value) -> FilterRule.bind(statement, name, value));
        return statement;
    }

    private void add(TenderFilter filter) {
        for (FilterRule rule : FilterRule.ALL) {
            Map<String, Object> wanted = rule.valuesOf(filter);
            if (!wanted.isEmpty()) {
                values.putAll(wanted);
                (rule.operands().keySet().stream().anyMatch(MARKED::contains) ? columns : ranges).add(rule.bound());
            }
        }
        filter.statuses().stream()
                .filter(status -> filter.statuses().size() == 1)
                .map(status -> SearchText.key(status.replace('\0', '\ufffd')))
                .filter(key -> key.length() < STATUS_IN_INDEX)
                .forEach(key -> bind("one_status", key));
        // The same once more as the index of that order has it.
        filter.closingFrom().ifPresent(at -> ranges.add(SearchOrder.CLOSING_KEY + " >= :closing_from::timestamptz"));
        filter.closingTo().ifPresent(at -> ranges.add(SearchOrder.CLOSING_KEY + " <= :closing_to::timestamptz"));
    }
}
