package io.tenderhub.postgres;

import io.tenderhub.tender.TenderSort;
import java.time.Instant;
import java.util.Optional;
import org.jdbi.v3.core.Handle;

/**
 * Tells the index how old the tenders may be of which only the newest are wanted, so that it need not give the rest of very many. From
 * what the server reckons: a wrong reckoning costs time, it does not change what is found.
 */
final class RecentWindow {
    /** So many times more than are wanted are asked for, as the reckoning is rough. */
    private static final int MARGIN = 2;

    private final Handle transaction;
    private final String table;
    private final SearchConditions conditions;
    private final Optional<Instant> from;
    private final Optional<Instant> to;
    private Optional<Instant> newest = Optional.empty();

    RecentWindow(Handle transaction, Names names, SearchConditions conditions) {
        this.transaction = transaction;
        this.table = names.tenders();
        this.conditions = conditions;
        this.from = conditions.filter().publishedFrom().map(Times::clamp);
        this.to = conditions.filter().publishedTo().map(Times::clamp);
    }

    /** No more than the filter itself says. */
    void asAsked() {
        conditions.within(from.flatMap(this::marks));
    }

    /**
     * Whether it was made narrower.
     *
     * @param times as wide as is reckoned, 1 or more
     */
    boolean guess(int times) {
        long expected = conditions.expected(transaction, table);
        long wanted = (long) TenderSort.RANKED * MARGIN * times;
        if (expected < 2 * wanted) {
            return false;
        }
        Optional<Instant> first = first((double) wanted / expected)
                .map(day -> from.filter(asked -> asked.isAfter(day)).orElse(day));
        Optional<String> marks = first.flatMap(this::marks);
        if (first.equals(from) || marks.isEmpty()) {
            return false;
        }
        conditions.within(marks);
        return true;
    }

    /**
     * @param time as {@link Times#text}
     */
    void since(String time) {
        conditions.within(transaction
                .createQuery("SELECT :time::timestamptz AS first")
                .bind("time", time)
                .map((row, context) -> Times.readOptional(row, "first"))
                .one()
                .flatMap(this::marks));
    }

    private Optional<String> marks(Instant first) {
        return newest().map(last -> to.filter(asked -> asked.isBefore(last)).orElse(last))
                .flatMap(last -> SearchMarks.released(first, last));
    }

    /**
     * The day after which about this share of all tenders was released that the filter's days of release let through; nothing where no
     * statistics were made.
     */
    private Optional<Instant> first(double share) {
        return transaction
                .createQuery(
                        "SELECT bounds[greatest(1, floor(before_to - (before_to - before_from) * :share)::int)] AS first"
                                + " FROM (SELECT bounds, (SELECT count(*) FROM unnest(bounds) AS day WHERE day < :from::timestamptz)"
                                + " AS before_from, (SELECT count(*) FROM unnest(bounds) AS day WHERE day < :to::timestamptz)"
                                + " AS before_to FROM (SELECT histogram_bounds::text::timestamptz[] AS bounds FROM pg_stats WHERE"
                                + " (quote_ident(schemaname) || '.' || quote_ident(tablename))::regclass = :table::regclass"
                                + " AND tablename = :table AND attname = 'release_date') AS known WHERE bounds IS NOT NULL) AS spread")
                .bind("share", share)
                .bind("table", table)
                .bind("from", from.map(Times::text).orElse("-infinity"))
                .bind("to", to.map(Times::text).orElse("infinity"))
                .map((row, context) -> Times.readOptional(row, "first"))
                .findOne()
                .flatMap(day -> day);
    }

    private Optional<Instant> newest() {
        if (newest.isEmpty()) {
            newest = transaction
                    .createQuery("SELECT max(release_date) AS last FROM " + table)
                    .map((row, context) -> Times.readOptional(row, "last"))
                    .one();
        }
        return newest;
    }
}
