package io.tenderhub.postgres;

import io.tenderhub.failure.InvalidInputException;
import io.tenderhub.tender.SaveOutcome;
import io.tenderhub.tender.TenderRepository;
import io.tenderhub.tender.TenderToStore;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.JdbiException;
import org.jdbi.v3.core.statement.UnableToExecuteStatementException;

/**
 * Stores tenders, many in one statement. {@code ON CONFLICT DO UPDATE} locks the stored row before it compares, whether or not
 * it then writes, so that the comparison holds against whoever else writes at the same time, and what a second look finds for
 * the rows that were not written is still what they were compared with.
 */
final class TenderWriter implements TenderRepository {
    private static final int MOST_ROWS = 1000;
    private static final long MOST_CHARACTERS = 8_000_000;
    private static final String SAVEPOINT = "tenders";
    private final Transaction transaction;
    private final String insert;
    private final String look;

    TenderWriter(Transaction transaction) {
        this.transaction = transaction;
        String table = transaction.database().names().tenders();
        this.insert = insertInto(table, transaction.database().names().marks());
        this.look = "SELECT ocid, encode(content_hash, 'hex') AS hash FROM " + table + " WHERE ocid = ANY(:ocids)";
    }

    @Override
    public List<SaveOutcome> saveAll(List<TenderToStore> tenders) {
        List<Numbered> rows = IntStream.range(0, tenders.size())
                .mapToObj(i -> new Numbered(i, TenderRow.of(tenders.get(i))))
                .toList();
        SaveOutcome[] outcomes = new SaveOutcome[rows.size()];
        if (rows.isEmpty()) {
            return List.of();
        }
        return transaction.run("tenders", handle -> {
            leaveEventsToTheCaller(handle);
            handle.savepoint(SAVEPOINT);
            for (List<Numbered> batch : batches(rows)) {
                List<TenderRow> batchRows = batch.stream().map(Numbered::row).toList();
                try {
                    List<SaveOutcome> saved = save(handle, batchRows);
                    IntStream.range(0, saved.size())
                            .forEach(i -> outcomes[batch.get(i).number()] = saved.get(i));
                } catch (UnableToExecuteStatementException e) {
                    if (!SqlFailures.refusedValues(e)) {
                        throw e;
                    }
                    undo(handle);
                    throw whichWasRefused(handle, batchRows, e);
                }
            }
            handle.releaseSavepoint(SAVEPOINT);
            return List.of(outcomes);
        });
    }

    /** The trigger that speaks for other programs keeps silent, until this transaction ends. */
    private void leaveEventsToTheCaller(Handle handle) {
        handle.createQuery("SELECT set_config(:setting, 'on', true)")
                .bind("setting", transaction.database().names().raisesEventsSetting())
                .mapTo(String.class)
                .one();
    }

    /**
     * In the order of their ocids, so that two writers never wait for each other crosswise; an ocid once in a batch, its
     * further tenders in later ones.
     */
    private static List<List<Numbered>> batches(List<Numbered> rows) {
        Map<String, Integer> seen = new HashMap<>();
        Map<Integer, List<Numbered>> rounds = rows.stream()
                .collect(Collectors.groupingBy(
                        row -> seen.merge(row.row().tender().ocid(), 1, Integer::sum),
                        TreeMap::new,
                        Collectors.toList()));
        List<List<Numbered>> batches = new ArrayList<>();
        for (List<Numbered> round : rounds.values()) {
            List<Numbered> batch = new ArrayList<>();
            long size = 0;
            List<Numbered> sorted = round.stream()
                    .sorted(Comparator.comparing(row -> row.row().tender().ocid()))
                    .toList();
            for (Numbered row : sorted) {
                if (!batch.isEmpty()
                        && (batch.size() == MOST_ROWS || size + row.row().size() > MOST_CHARACTERS)) {
                    batches.add(batch);
                    batch = new ArrayList<>();
                    size = 0;
                }
                batch.add(row);
                size += row.row().size();
            }
            batches.add(batch);
        }
        return batches;
    }

    private List<SaveOutcome> save(Handle handle, List<TenderRow> rows) {
        var query = handle.createQuery(insert)
                .bind("now", Times.text(transaction.database().now()));
        for (TenderRow.Column column : TenderRow.COLUMNS) {
            query.bind(column.name(), TextArray.of(rows, column.text()));
        }
        Map<String, Long> written = query.bind(
                        "a", TextArray.of(rows, row -> row.search().a()))
                .bind("b", TextArray.of(rows, row -> row.search().b()))
                .bind("c", TextArray.of(rows, row -> row.search().c()))
                .bind("d", TextArray.of(rows, row -> row.search().d()))
                .reduceRows(new HashMap<>(), (versions, row) -> {
                    versions.put(row.getColumn("ocid", String.class), row.getColumn("version", Long.class));
                    return versions;
                });
        Map<String, String> kept = written.size() == rows.size() ? Map.of() : keptHashes(handle, rows, written);
        return rows.stream()
                .map(row -> {
                    Long version = written.get(row.tender().ocid());
                    if (version != null) {
                        return version == 1 ? SaveOutcome.CREATED : SaveOutcome.UPDATED;
                    }
                    return row.hash().equals(kept.get(row.tender().ocid())) ? SaveOutcome.UNCHANGED : SaveOutcome.OLDER;
                })
                .toList();
    }

    private Map<String, String> keptHashes(Handle handle, List<TenderRow> rows, Map<String, Long> written) {
        List<String> ocids = rows.stream()
                .map(row -> row.tender().ocid())
                .filter(ocid -> !written.containsKey(ocid))
                .toList();
        return handle.createQuery(look)
                .bind("ocids", TextArray.of(ocids))
                .reduceRows(new HashMap<>(), (hashes, row) -> {
                    hashes.put(row.getColumn("ocid", String.class), row.getColumn("hash", String.class));
                    return hashes;
                });
    }

    /** Tries them one by one; the first that fails alone is the one to name. */
    private InvalidInputException whichWasRefused(Handle handle, List<TenderRow> rows, JdbiException first) {
        for (TenderRow row : rows) {
            try {
                save(handle, List.of(row));
                undo(handle);
            } catch (UnableToExecuteStatementException e) {
                if (!SqlFailures.refusedValues(e)) {
                    throw e;
                }
                undo(handle);
                return new InvalidInputException(
                        "tender " + printable(row.tender().ocid()),
                        "tender",
                        "can't be held by the database: " + SqlFailures.reason(e));
            }
        }
        return new InvalidInputException(
                "tenders", "tender", "can't be held by the database: " + SqlFailures.reason(first));
    }

    /** Back to before the list, and ready to go back there again. */
    private static void undo(Handle handle) {
        handle.rollbackToSavepoint(SAVEPOINT);
        handle.savepoint(SAVEPOINT);
    }

    private static String printable(String ocid) {
        String clean = ocid.replaceAll("\\p{Cntrl}", "?");
        return clean.length() <= 200 ? clean : clean.substring(0, 200) + "…";
    }

    private static String insertInto(String table, String marks) {
        List<TenderRow.Column> columns = TenderRow.COLUMNS;
        String names = columns.stream().map(TenderRow.Column::name).collect(Collectors.joining(", "));
        return "INSERT INTO " + table + " AS stored (" + names + ", search, version, changed_at) SELECT "
                + columns.stream()
                        .map(column -> "input." + column.name() + "::" + column.type())
                        .collect(Collectors.joining(", "))
                + ", setweight(to_tsvector('english', input.a), 'A') || setweight(to_tsvector('english', input.b), 'B')"
                + " || setweight(to_tsvector('english', input.c), 'C') || setweight(to_tsvector('english', input.d), 'D') || "
                + marks
                + "(input.ocid, input.province_key, input.category_key, input.buyer_key, input.status_key, input.method_key,"
                + " input.compulsory_briefing::boolean, input.cidb_classes::text[], input.cidb_highest::smallint,"
                + " input.release_date::timestamptz)"
                + ", 1, :now::timestamptz FROM unnest("
                + columns.stream().map(column -> ":" + column.name()).collect(Collectors.joining(", "))
                + ", :a, :b, :c, :d) WITH ORDINALITY AS input(" + names + ", a, b, c, d, position)"
                + " ORDER BY input.position ON CONFLICT (ocid) DO UPDATE SET "
                + columns.stream()
                        .map(column -> column.name() + " = excluded." + column.name())
                        .collect(Collectors.joining(", "))
                + ", search = excluded.search, version = stored.version + 1, changed_at = excluded.changed_at"
                + " WHERE (excluded.release_date, excluded.release_nanos) > (stored.release_date, stored.release_nanos)"
                + " OR (excluded.release_date, excluded.release_nanos) = (stored.release_date, stored.release_nanos)"
                + " AND excluded.content_hash <> stored.content_hash"
                + " RETURNING stored.ocid, stored.version";
    }

    /** A row and its place in the caller's list. */
    private record Numbered(int number, TenderRow row) {}
}
