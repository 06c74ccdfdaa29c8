package io.tenderhub.postgres;

import io.tenderhub.tender.TenderQuery;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.jdbi.v3.core.Handle;

/** A page in an order that has an index of its own. */
final class OrderedSearch {
    /** Rows that a walk looks at, at least and at most. */
    private static final long WALK = 1_000;

    private static final long LONGEST_WALK = 20_000;

    /** What is sought may stand less thick than was reckoned. */
    private static final long MARGIN = 3;

    /** So many times as long is the next walk, where one did not find enough. */
    private static final long LONGER = 6;

    private final Handle transaction;
    private final String table;
    private final TenderQuery query;
    private final SearchConditions conditions;
    private final SearchOrder order;

    OrderedSearch(Handle transaction, Names names, TenderQuery query, SearchConditions conditions) {
        this.transaction = transaction;
        this.table = names.tenders();
        this.query = query;
        this.conditions = conditions;
        this.order = SearchOrder.of(query.sort());
    }

    /** One more than the page has, where there are. */
    List<FoundTender> page() {
        return behind(query.cursor().map(given -> decode(given)), query.limit() + 1);
    }

    private PageCursor decode(String given) {
        PageCursor cursor = PageCursor.decode(given, query, order.columns().size());
        if (!order.accepts(cursor)) {
            throw PageCursor.refused();
        }
        return cursor;
    }

    /** So many from there on, if there are. */
    List<FoundTender> behind(Optional<PageCursor> last, int rows) {
        last.ifPresent(this::bind);
        String after = last.isPresent() ? order.after() : "";
        if (conditions.areNone()) {
            return run(plain(after), rows);
        }
        if (!conditions.areIndexed()) {
            List<FoundTender> walked = run(walk(after, WALK), rows);
            return walked.size() == rows ? walked : run(plain(after), rows);
        }
        beginLate();
        long expected = Math.max(1, conditions.expected(transaction, table));
        long steps = rows * MARGIN * conditions.inOrder(transaction, table, order) / expected;
        for (long longer = steps <= expected ? Math.max(steps, WALK) : LONGEST_WALK + 1;
                longer <= LONGEST_WALK && longer <= Math.max(WALK, expected);
                longer *= LONGER) {
            List<FoundTender> walked = run(walk(after, longer), rows);
            if (walked.size() == rows) {
                return walked;
            }
        }
        return run(byIndex(after), rows);
    }

    /**
     * What was published late closes late: the walk by closing times begins there, unless there are tenders that closed before that and
     * were published behind it all the same.
     */
    private void beginLate() {
        Optional<Instant> from = query.filter().publishedFrom().map(Times::clamp);
        if (order.isByClosing() && from.isPresent()) {
            conditions.bind("closing_since", Times.text(from.get()));
            boolean some = conditions
                    .bindTo(transaction.createQuery("SELECT EXISTS (SELECT FROM " + table
                            + " WHERE closes_at < release_date AND release_date >= :closing_since::timestamptz"
                            + " AND closes_at < :closing_since::timestamptz)"))
                    .mapTo(Boolean.class)
                    .one();
            if (some) {
                conditions.bind("closing_since", "-infinity");
            }
        }
    }

    private void bind(PageCursor last) {
        for (int i = 0; i < last.key().size(); i++) {
            conditions.bind("k" + i, last.key().get(i));
        }
        conditions.bind("ocid", last.ocid());
    }

    /** As the planner thinks fit. */
    String plain(String after) {
        return shown("SELECT * FROM " + table + conditions.forTheIndex(after) + ordered(":rows"));
    }

    /** Along the index of the order, for a while. */
    String walk(String after, long steps) {
        return shown("SELECT * FROM (SELECT * FROM " + table + conditions.alongTheOrder(order, after)
                + ordered("" + steps) + ") AS walked" + conditions.forEachRow() + ordered(":rows"));
    }

    /** All that is found, put in order: the planner must not walk, which OFFSET keeps it from. */
    String byIndex(String after) {
        return shown("SELECT * FROM (SELECT * FROM " + table + conditions.forTheIndex(after) + " OFFSET 0) AS found"
                + ordered(":rows"));
    }

    private String ordered(String limit) {
        return " ORDER BY " + order.orderBy() + " LIMIT " + limit;
    }

    /** What costs something is done for the rows of the page alone. */
    private String shown(String rows) {
        String keys = IntStream.range(0, order.columns().size())
                .mapToObj(i -> order.columns().get(i) + " AS key" + i)
                .collect(Collectors.joining(", "));
        return "SELECT " + FoundTender.columns(conditions) + ", " + keys + " FROM (" + rows + ") AS hit ORDER BY "
                + order.orderBy();
    }

    private List<FoundTender> run(String sql, int rows) {
        return conditions
                .bindTo(transaction.createQuery(sql))
                .bind("rows", rows)
                .map((row, context) -> FoundTender.of(row, key(row)))
                .list();
    }

    private List<String> key(ResultSet row) throws SQLException {
        List<String> key = new ArrayList<>();
        for (int i = 0; i < order.columns().size(); i++) {
            key.add(row.getString("key" + i));
        }
        return key;
    }
}
