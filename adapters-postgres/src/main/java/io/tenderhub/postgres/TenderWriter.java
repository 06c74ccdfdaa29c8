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
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.JdbiException;
import org.jdbi.v3.core.statement.Query;
import org.jdbi.v3.core.statement.UnableToExecuteStatementException;

/**
 * Stores tenders, many in one statement. What stands there already, the same or newer, is found by one that only reads: it is
 * neither locked nor touched. What is new or newer is written under a comparison that holds against other writers.
 */
final class TenderWriter implements TenderRepository {
    private static final int MOST_ROWS = 2000;
    private static final long MOST_CHARACTERS = 16_000_000;
    /** Fewer rows come with the statement, as a table for them and a round trip more would cost more. */
    private static final int WORTH_A_COPY = 50;

    private static final String SAVEPOINT = "tenders";
    private final Transaction transaction;
    private final TenderSql sql;
    private boolean staged;

    TenderWriter(Transaction transaction) {
        this.transaction = transaction;
        this.sql = new TenderSql(transaction.database().names());
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
            handle.createQuery(sql.begin()).map((row, context) -> true).one();
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
        SaveOutcome[] outcomes = new SaveOutcome[rows.size()];
        keep(handle, rows, outcomes);
        List<Numbered> others = IntStream.range(0, rows.size())
                .filter(i -> outcomes[i] == null)
                .mapToObj(i -> new Numbered(i, rows.get(i)))
                .toList();
        if (!others.isEmpty()) {
            write(handle, others, outcomes);
        }
        return List.of(outcomes);
    }

    /** Sets the outcomes of those that need not be written, and reads no more than that. */
    private void keep(Handle handle, List<TenderRow> rows, SaveOutcome[] outcomes) {
        Query query = handle.createQuery(sql.kept());
        for (TenderRow.Column column : TenderRow.COMPARED) {
            query.bind(column.name(), TextArray.of(rows, column.text()));
        }
        query.map((row, context) -> {
                    boolean same = row.getBoolean("same");
                    outcomes[row.getInt("position") - 1] = same ? SaveOutcome.UNCHANGED : SaveOutcome.OLDER;
                    return same;
                })
                .list();
    }

    private void write(Handle handle, List<Numbered> numbered, SaveOutcome[] outcomes) {
        List<TenderRow> rows = numbered.stream().map(Numbered::row).toList();
        Map<String, Long> written = rows.size() < WORTH_A_COPY || !isStageReady(handle)
                ? writeGiven(handle, rows)
                : writeStaged(handle, rows);
        Map<String, String> kept = written.size() == rows.size() ? Map.of() : keptHashes(handle, rows, written);
        for (Numbered one : numbered) {
            TenderRow row = one.row();
            Long version = written.get(row.tender().ocid());
            if (version != null) {
                outcomes[one.number()] = version == 1 ? SaveOutcome.CREATED : SaveOutcome.UPDATED;
            } else {
                boolean same = row.hash().equals(kept.get(row.tender().ocid()));
                outcomes[one.number()] = same ? SaveOutcome.UNCHANGED : SaveOutcome.OLDER;
            }
        }
    }

    private Map<String, Long> writeGiven(Handle handle, List<TenderRow> rows) {
        Query query = handle.createQuery(sql.insertGiven());
        for (TenderSql.Input input : TenderSql.INPUTS) {
            query.bind(input.name(), TextArray.of(rows, input.text()));
        }
        return versions(query);
    }

    private Map<String, Long> writeStaged(Handle handle, List<TenderRow> rows) {
        StagedTenders.copy(handle, sql.copy(), rows);
        return versions(handle.createQuery(sql.insertStaged()));
    }

    /** Makes the table where it is not there, or no more, as what is taken back takes it along; empties it after another list. */
    private boolean isStageReady(Handle handle) {
        boolean[] state = handle.createQuery(sql.hasStaged())
                .map((row, context) -> new boolean[] {row.getBoolean("there"), row.getBoolean("allowed")})
                .one();
        boolean there = state[0];
        boolean allowed = state[1];
        if (there && staged) {
            handle.execute(sql.emptyStaged());
        } else if (!there && allowed) {
            sql.makeStaged().forEach(handle::execute);
        }
        staged = there || allowed;
        return staged;
    }

    private Map<String, Long> versions(Query insert) {
        return insert.bind("now", Times.text(transaction.database().now()))
                .reduceRows(new HashMap<>(), (versions, row) -> {
                    versions.put(row.getColumn("ocid", String.class), row.getColumn("version", Long.class));
                    return versions;
                });
    }

    private Map<String, String> keptHashes(Handle handle, List<TenderRow> rows, Map<String, Long> written) {
        List<String> ocids = rows.stream()
                .map(row -> row.tender().ocid())
                .filter(ocid -> !written.containsKey(ocid))
                .toList();
        return handle.createQuery(sql.hashes())
                .bind("ocids", TextArray.of(ocids))
                .reduceRows(new HashMap<>(), (hashes, row) -> {
                    hashes.put(row.getColumn("ocid", String.class), row.getColumn("hash", String.class));
                    return hashes;
                });
    }

    /** Halves them until one is left that fails alone: the first of those that do. */
    private InvalidInputException whichWasRefused(Handle handle, List<TenderRow> rows, JdbiException refusal) {
        List<TenderRow> suspects = rows;
        JdbiException reason = refusal;
        while (suspects.size() > 1) {
            List<TenderRow> half = suspects.subList(0, suspects.size() / 2);
            Optional<JdbiException> refused = refused(handle, half);
            reason = refused.orElse(reason);
            suspects = refused.isPresent() ? half : suspects.subList(half.size(), suspects.size());
        }
        Optional<JdbiException> alone = refused(handle, suspects);
        return new InvalidInputException(
                alone.isPresent()
                        ? "tender " + printable(suspects.get(0).tender().ocid())
                        : "tenders",
                "tender",
                "can't be held by the database: " + SqlFailures.reason(alone.orElse(reason)));
    }

    /** Tries to store these, and takes it back. */
    private Optional<JdbiException> refused(Handle handle, List<TenderRow> rows) {
        try {
            save(handle, rows);
            return Optional.empty();
        } catch (UnableToExecuteStatementException e) {
            if (!SqlFailures.refusedValues(e)) {
                throw e;
            }
            return Optional.of(e);
        } finally {
            undo(handle);
        }
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

    /** A row and its place in the caller's list. */
    private record Numbered(int number, TenderRow row) {}
}
