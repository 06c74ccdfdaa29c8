package io.tenderhub.postgres;

import io.tenderhub.tender.TenderFilter;
import io.tenderhub.tender.TenderQuery;
import io.tenderhub.tender.TenderSort;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.argument.Argument;
import org.jdbi.v3.core.statement.Query;

/** The statement of one search. Whatever the caller gave is bound, never part of the text. */
final class SearchStatement {
    private static final String COLUMNS =
            "ocid, tender_id, heading, buyer, province, category, status, value_amount, value_currency,"
                    + " release_date, release_nanos, closes_at, closes_nanos";
    private final TenderQuery query;
    private final String sql;
    private final boolean text;
    private final SearchOrder order;
    private final List<String> conditions = new ArrayList<>();
    private final Map<String, Object> values = new LinkedHashMap<>();

    /**
     * @param text whether the query's text says anything to look for
     */
    SearchStatement(TenderQuery query, String table, boolean text) {
        this.query = query;
        this.text = text;
        this.order = SearchOrder.of(query.sort(), text);
        filters(query.filter());
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
        values.forEach((name, value) -> {
            if (value instanceof Argument argument) {
                statement.bind(name, argument);
            } else {
                statement.bind(name, value);
            }
        });
        return statement;
    }

    private String text(String table) {
        String relevance = "0::float4";
        if (text) {
            relevance = "ts_rank(search, websearch_to_tsquery('english', :text))";
            conditions.add(0, "search @@ websearch_to_tsquery('english', :text)");
            bind("text", SearchText.fold(query.text().orElseThrow()));
        }
        String after = query.cursor().map(this::after).orElse("");
        // The relevance is known only outside; every other key is a column and belongs where the index is used.
        boolean outside = text && query.sort() == TenderSort.RELEVANCE;
        if (!after.isEmpty() && !outside) {
            conditions.add(after);
        }
        String where =
                conditions.isEmpty() ? "" : conditions.stream().collect(Collectors.joining(") AND (", " WHERE (", ")"));
        String keys = IntStream.range(0, keys())
                .mapToObj(i -> order.columns().get(i) + " AS key" + i)
                .collect(Collectors.joining(", "));
        return "SELECT hit.*, " + keys + " FROM (SELECT " + COLUMNS + ", " + relevance + " AS relevance FROM " + table
                + where + ") AS hit" + (after.isEmpty() || !outside ? "" : " WHERE " + after) + " ORDER BY "
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
            bind("k" + i, cursor.key().get(i));
        }
        bind("ocid", cursor.ocid());
        return order.after();
    }

    private void filters(TenderFilter filter) {
        anyOf("province_key", filter.provinces());
        anyOf("buyer_key", filter.buyers());
        anyOf("category_key", filter.categories());
        anyOf("status_key", filter.statuses());
        anyOf("method_key", filter.methods());
        filter.closingFrom().ifPresent(at -> time("(closes_at, closes_nanos) >=", "closing_from", at));
        filter.closingTo().ifPresent(at -> time("(closes_at, closes_nanos) <", "closing_to", at));
        filter.publishedFrom().ifPresent(at -> time("(release_date, release_nanos) >=", "published_from", at));
        filter.publishedTo().ifPresent(at -> time("(release_date, release_nanos) <", "published_to", at));
        String orUndisclosed = filter.includeUndisclosed() ? " OR value_amount IS NULL" : "";
        filter.valueFrom().ifPresent(from -> {
            conditions.add("value_amount >= :value_from" + orUndisclosed);
            bind("value_from", from);
        });
        filter.valueTo().ifPresent(to -> {
            conditions.add("value_amount <= :value_to" + orUndisclosed);
            bind("value_to", to);
        });
        filter.compulsoryBriefing().ifPresent(compulsory -> {
            conditions.add("compulsory_briefing = :briefing");
            bind("briefing", compulsory);
        });
        filter.cidbClass().ifPresent(cidbClass -> {
            conditions.add("cidb_classes @> ARRAY[:cidb_class::text]");
            bind("cidb_class", cidbClass.name());
        });
        filter.highestGrade().ifPresent(grade -> {
            conditions.add("cidb_highest <= :grade OR cidb_highest IS NULL");
            bind("grade", grade);
        });
    }

    private void anyOf(String column, Set<String> words) {
        if (!words.isEmpty()) {
            conditions.add(column + " = ANY(:" + column + ")");
            bind(
                    column,
                    TextArray.of(words.stream()
                            .map(word -> SearchText.key(word.replace('\0', '\ufffd')))
                            .sorted()
                            .toList()));
        }
    }

    private void time(String comparison, String name, Instant at) {
        Instant bound = Times.clamp(at);
        conditions.add(comparison + " (:" + name + "::timestamptz, :" + name + "_nanos)");
        bind(name, Times.text(bound));
        bind(name + "_nanos", Times.nanos(bound));
    }

    private void bind(String name, Object value) {
        values.put(name, value);
    }
}
