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

    RecentWindow(Handle transaction, Names names, SearchConditions conditions) {
        this.transaction = transaction;
        this.table = names.tenders();
        this.conditions = conditions;
    }

    /** Whether it was made narrower. */
    boolean guess() {
        long expected = conditions.expected(transaction, table);
        long wanted = (long) TenderSort.RANKED * MARGIN;
        if (expected < 2 * wanted) {
            return false;
        }
        Optional<Instant> first = first((double) wanted / expected);
        Optional<String> marks = first.flatMap(day -> newest().flatMap(last -> SearchMarks.released(day, last)));
        conditions.within(marks);
        return marks.isPresent();
    }

    /**
     * @param time as {@link Times#text}
     */
    void since(String time) {
        Optional<Instant> first = transaction
                .createQuery("SELECT :time::timestamptz AS first")
                .bind("time", time)
                .map((row, context) -> Times.readOptional(row, "first"))
                .one();
        conditions.within(first.flatMap(day -> newest().flatMap(last -> SearchMarks.released(day, last))));
    }

    void forget() {
        conditions.within(Optional.empty());
    }

    /** The day after which about this share of all tenders was released; nothing where no statistics were made. */
    private Optional<Instant> first(double share) {
        return transaction
                .createQuery("SELECT bounds[greatest(1, floor(cardinality(bounds) * (1 - :share))::int)] AS first"
                        + " FROM (SELECT histogram_bounds::text::timestamptz[] AS bounds FROM pg_stats WHERE"
                        + " (quote_ident(schemaname) || '.' || quote_ident(tablename))::regclass = :table::regclass"
                        + " AND tablename = :table AND attname = 'release_date') AS known WHERE bounds IS NOT NULL")
                .bind("share", share)
                .bind("table", table)
                .map((row, context) -> Times.readOptional(row, "first"))
                .findOne()
                .flatMap(day -> day);
    }

    private Optional<Instant> newest() {
        return transaction
                .createQuery("SELECT max(release_date) AS last FROM " + table)
                .map((row, context) -> Times.readOptional(row, "last"))
                .one();
    }
}
