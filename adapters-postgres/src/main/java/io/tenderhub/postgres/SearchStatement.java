package io.tenderhub.postgres;

import io.tenderhub.tender.TenderQuery;
import io.tenderhub.tender.TenderSort;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.Query;

/** The statement of one search. Whatever the caller gave is bound, never part of the text. */
final class SearchStatement {
    /** What is looked for in {@code search}, of a {@code :text} that was folded as the texts of tenders are. */
    static final String WORDS = "websearch_to_tsquery('english', :text)";

    private static final String COLUMNS =
            "ocid, tender_id, heading, buyer, province, category, status, value_amount, value_currency,"
                    + " release_date, release_nanos, closes_at, closes_nanos";
    private final TenderQuery query;
    private final String sql;
    private final boolean text;
    private final SearchOrder order;
    private final SearchConditions conditions;

    /**
     * @param text whether the query's text says anything to look for
     */
    SearchStatement(TenderQuery query, String table, boolean text) {
        this.query = query;
        this.text = text;
        this.order = SearchOrder.of(query.sort(), text);
        this.conditions = new SearchConditions(text ? query.text() : Optional.empty(), query.filter());
        this.sql = text(table);
    }

    /** Of one row more than the page has, to know whether there is another page. */
    Query on(Handle handle) {
        return bindTo(handle.createQuery(sql));
    }

    String sql() {
        return sql;
    }

    Query bindTo(Query statement) {
        statement.bind("rows", query.limit() + 1);
        return conditions.bindTo(statement);
    }

    private String text(String table) {
        String relevance = "0::float4";
        if (text) {
            relevance = "ts_rank(search, " + WORDS + ")";
        }
        String after = query.cursor().map(this::after).orElse("");
        // The relevance is known only outside; every other key is a column and belongs where the index is used.
        boolean outside = text && query.sort() == TenderSort.RELEVANCE;
        if (!after.isEmpty() && !outside) {
            conditions.add(after);
        }
        String keys = IntStream.range(0, keys())
                .mapToObj(i -> order.columns().get(i) + " AS key" + i)
                .collect(Collectors.joining(", "));
        return "SELECT hit.*, " + keys + " FROM (SELECT " + COLUMNS + ", " + relevance + " AS relevance FROM " + table
                + conditions.where() + ") AS hit" + (after.isEmpty() || !outside ? "" : " WHERE " + after)
                + " ORDER BY "
                + order.orderBy() + " LIMIT :rows";
    }

    int keys() {
        return order.columns().size();
    }

    private String after(String given) {
        PageCursor cursor = PageCursor.decode(given, query, keys());
        if (!order.accepts(cursor)) {
            throw PageCursor.refused();
        }
        for (int i = 0; i < keys(); i++) {
            conditions.bind("k" + i, cursor.key().get(i));
        }
        conditions.bind("ocid", cursor.ocid());
        return order.after();
    }
}
