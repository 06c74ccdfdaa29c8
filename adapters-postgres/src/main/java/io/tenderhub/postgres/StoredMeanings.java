package io.tenderhub.postgres;

import io.tenderhub.failure.ConflictException;
import io.tenderhub.failure.TenderHubException;
import io.tenderhub.semantic.Embedding;
import io.tenderhub.semantic.IndexKind;
import io.tenderhub.semantic.IndexProgress;
import io.tenderhub.semantic.IndexedTender;
import io.tenderhub.semantic.IndexedVersion;
import io.tenderhub.semantic.SimilarTender;
import io.tenderhub.tender.TenderFilter;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jdbi.v3.core.Handle;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** What tenders mean, in tables of its own beside them: one index for all nodes, of which one keeps it. */
final class StoredMeanings implements PostgresAdapter.VectorIndex {
    /** How long others wait for one that was killed; longer than a follower takes from one change to the next. */
    static final Duration LEASE = Duration.ofMinutes(1);

    private static final Logger LOG = LoggerFactory.getLogger(StoredMeanings.class);
    private static final String SUBJECT = "the index of meanings";

    private final Database database;
    private final Database reading;
    private final VectorType vectors;
    private final Names names;
    private final MeaningTables tables;

    StoredMeanings(Database database, VectorType vectors, IndexKind kind, Duration lease) {
        this.database = database;
        this.reading = database.reading();
        this.vectors = vectors;
        this.names = database.names();
        this.tables = new MeaningTables(names, vectors, kind, lease);
    }

    @Override
    public boolean keep() {
        return database.run(SUBJECT, handle -> handle.inTransaction(tables::keep));
    }

    @Override
    public void put(List<IndexedTender> tenders) {
        Map<String, IndexedTender> each = new LinkedHashMap<>();
        tenders.forEach(tender -> each.put(tender.ocid(), tender));
        if (!each.isEmpty()) {
            write(transaction -> {
                delete(transaction, each.keySet());
                insert(transaction, List.copyOf(each.values()));
                insertPassages(transaction, each.values());
            });
        }
    }

    @Override
    public void remove(Collection<String> ocids) {
        write(transaction -> delete(transaction, ocids));
    }

    @Override
    public void commit(IndexProgress progress) {
        write(transaction -> transaction
                .createUpdate("UPDATE " + names.meaningIndex()
                        + " SET up_to = :up_to, walked_to = :walked_to, walked_at = :walked_at")
                .bind("up_to", progress.upTo().map(Instant::toString).orElse(null))
                .bind("walked_to", progress.walkedTo().orElse(null))
                .bind("walked_at", progress.walkedAt().map(Instant::toString).orElse(null))
                .execute());
    }

    @Override
    public void clear() {
        write(tables::beginAnew);
    }

    @Override
    public List<IndexedVersion> versions(Optional<String> after, int limit) {
        return read(
                transaction -> transaction
                        .createQuery("SELECT ocid, version, digest FROM " + names.meanings()
                                + " WHERE ocid > :after ORDER BY ocid LIMIT :limit")
                        .bind("after", after.orElse(""))
                        .bind("limit", limit)
                        .map((row, context) -> version(row))
                        .list(),
                List.of());
    }

    @Override
    public List<IndexedVersion> versionsOf(Collection<String> ocids) {
        return read(
                transaction -> transaction
                        .createQuery(
                                "SELECT ocid, version, digest FROM " + names.meanings() + " WHERE ocid = ANY(:ocids)")
                        .bind("ocids", TextArray.of(TextArray.possible(ocids)))
                        .map((row, context) -> version(row))
                        .list(),
                List.of());
    }

    @Override
    public Map<String, List<Embedding>> passagesOf(Collection<String> ocids) {
        return read(
                transaction -> transaction
                        .createQuery("SELECT ocid, embedding::real[] AS embedding FROM " + names.meaningPassages()
                                + " WHERE ocid = ANY(:ocids) ORDER BY ocid, passage")
                        .bind("ocids", TextArray.of(TextArray.possible(ocids)))
                        .map((row, context) -> Map.entry(row.getString("ocid"), embedding(row)))
                        .stream()
                        .collect(Collectors.groupingBy(
                                Map.Entry::getKey, Collectors.mapping(Map.Entry::getValue, Collectors.toList()))),
                Map.of());
    }

    @Override
    public List<SimilarTender> nearest(Embedding to, TenderFilter filter, int limit) {
        return read(
                transaction -> new NearestMeanings(transaction, names, vectors, to, filter).first(limit), List.of());
    }

    @Override
    public IndexProgress progress() {
        return read(
                transaction -> transaction
                        .createQuery("SELECT up_to, walked_to, walked_at FROM " + names.meaningIndex())
                        .map((row, context) -> new IndexProgress(
                                Optional.ofNullable(row.getString("up_to")).map(Instant::parse),
                                Optional.ofNullable(row.getString("walked_to")),
                                Optional.ofNullable(row.getString("walked_at")).map(Instant::parse)))
                        .one(),
                IndexProgress.NONE);
    }

    @Override
    public long size() {
        return read(
                transaction -> transaction
                        .createQuery("SELECT count(*) FROM " + names.meanings())
                        .mapTo(Long.class)
                        .one(),
                0L);
    }

    @Override
    public void close() {
        try {
            database.<Boolean>run(
                    SUBJECT,
                    handle -> handle.inTransaction(transaction -> {
                        tables.release(transaction);
                        return true;
                    }));
        } catch (TenderHubException e) {
            LOG.debug("the index of meanings is free for others when its lease ends: {}", e.getMessage());
        }
    }

    private void write(Consumer<Handle> work) {
        boolean kept = database.run(
                SUBJECT,
                handle -> handle.inTransaction(transaction -> {
                    boolean mine = tables.keep(transaction);
                    if (mine) {
                        work.accept(transaction);
                    }
                    return mine;
                }));
        if (!kept) {
            throw new ConflictException("another process keeps the index of meanings in the database");
        }
    }

    private <T> T read(Function<Handle, T> work, T ifThereIsNone) {
        return reading.run(
                SUBJECT,
                handle -> handle.inTransaction(
                        transaction -> tables.areThere(transaction) ? work.apply(transaction) : ifThereIsNone));
    }

    private void delete(Handle transaction, Collection<String> ocids) {
        transaction
                .createUpdate("DELETE FROM " + names.meanings() + " WHERE ocid = ANY(:ocids)")
                .bind("ocids", TextArray.of(TextArray.possible(ocids)))
                .execute();
    }

    private void insert(Handle transaction, List<IndexedTender> tenders) {
        String columns =
                MeaningRow.COLUMNS.stream().map(MeaningRow.Column::name).collect(Collectors.joining(", "));
        String texts =
                MeaningRow.COLUMNS.stream().map(column -> ":" + column.name()).collect(Collectors.joining(", "));
        String values = MeaningRow.COLUMNS.stream()
                .map(column -> "given." + column.name() + "::" + column.type())
                .collect(Collectors.joining(", "));
        var statement = transaction.createUpdate("INSERT INTO " + names.meanings() + " (" + columns + ") SELECT "
                + values + " FROM unnest(" + texts + ") AS given(" + columns + ")");
        MeaningRow.COLUMNS.forEach(column -> statement.bind(column.name(), TextArray.of(tenders, column.text())));
        statement.execute();
    }

    private void insertPassages(Handle transaction, Collection<IndexedTender> tenders) {
        List<String> ocids = new ArrayList<>();
        List<String> numbers = new ArrayList<>();
        List<String> embeddings = new ArrayList<>();
        for (IndexedTender tender : tenders) {
            for (int i = 0; i < tender.passages().size(); i++) {
                ocids.add(tender.ocid());
                numbers.add("" + i);
                embeddings.add(MeaningRow.vector(tender.passages().get(i)));
            }
        }
        transaction
                .createUpdate(
                        "INSERT INTO " + names.meaningPassages() + " (ocid, passage, embedding) SELECT given.ocid,"
                                + " given.passage::int, given.embedding::real[]::vector"
                                + " FROM unnest(:ocids, :numbers, :embeddings) AS given(ocid, passage, embedding)")
                .bind("ocids", TextArray.of(ocids))
                .bind("numbers", TextArray.of(numbers))
                .bind("embeddings", TextArray.of(embeddings))
                .execute();
    }

    private static IndexedVersion version(ResultSet row) throws SQLException {
        return new IndexedVersion(row.getString("ocid"), row.getLong("version"), row.getString("digest"));
    }

    private static Embedding embedding(ResultSet row) throws SQLException {
        Float[] given = (Float[]) row.getArray("embedding").getArray();
        float[] values = new float[given.length];
        for (int i = 0; i < values.length; i++) {
            values[i] = given[i];
        }
        return Embedding.of(values);
    }
}
