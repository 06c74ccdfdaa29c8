package io.tenderhub.postgres;

import com.fasterxml.jackson.core.JsonProcessingException;
import io.tenderhub.tender.StoredTender;
import io.tenderhub.tender.TenderCatalog;
import io.tenderhub.tender.TenderPage;
import io.tenderhub.tender.TenderQuery;
import io.tenderhub.tender.TenderVersion;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jdbi.v3.core.statement.Query;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Reads and searches tenders. */
final class TenderReads implements TenderCatalog {
    private static final Logger LOG = LoggerFactory.getLogger(TenderReads.class);
    private static final int FETCH_SIZE = 500;
    private static final String SELECT = "SELECT ocid, document::text AS document, raw_text, version, changed_at FROM ";
    private static final String VERSIONS = "SELECT ocid, version, changed_at FROM ";
    private final Database streaming;
    private final Database database;
    private final Reading searches;
    private final String table;

    TenderReads(Database database) {
        this(database, database.reading()::run);
    }

    /** @param searches where searches are run; everything else is read from the database */
    TenderReads(Database database, Reading searches) {
        this.streaming = database;
        this.database = database.reading();
        this.searches = searches;
        this.table = database.names().tenders();
    }

    @Override
    public Optional<StoredTender> find(String ocid) {
        return findAll(List.of(ocid)).stream().findFirst();
    }

    @Override
    public List<StoredTender> findAll(Collection<String> ocids) {
        List<String> possible = TextArray.possible(ocids);
        if (possible.isEmpty()) {
            return List.of();
        }
        Map<String, StoredTender> found = database.run(
                "tenders",
                handle -> handle
                        .createQuery(SELECT + table + " WHERE ocid = ANY(:ocids)")
                        .bind("ocids", TextArray.of(possible))
                        .map((row, context) -> read(row))
                        .stream()
                        .flatMap(Optional::stream)
                        .collect(Collectors.toMap(stored -> stored.tender().ocid(), Function.identity())));
        return ocids.stream().map(found::get).filter(Objects::nonNull).toList();
    }

    @Override
    public TenderPage search(TenderQuery query) {
        return searches.run(
                "search",
                handle -> handle.inTransaction(
                        transaction -> new SearchReads(database.names()).search(transaction, query)));
    }

    @Override
    public void forEach(Consumer<? super StoredTender> action) {
        // Not again from the beginning: the caller has seen some of them.
        streaming.read("tenders", handle -> {
            handle.createQuery(SELECT + table + " ORDER BY ocid")
                    .setFetchSize(FETCH_SIZE)
                    .map((row, context) -> read(row))
                    .useIterator(tenders -> tenders.forEachRemaining(tender -> tender.ifPresent(action)));
            return true;
        });
    }

    @Override
    public List<TenderVersion> versions(Optional<String> afterOcid, int limit, Optional<Instant> changedSince) {
        return database.run("tenders", handle -> {
            Query query = handle.createQuery(VERSIONS + table + " WHERE true"
                    + afterOcid.map(after -> " AND ocid > :after").orElse("")
                    + changedSince
                            .map(since -> " AND changed_at >= :since::timestamptz")
                            .orElse("")
                    + " ORDER BY ocid LIMIT :limit");
            afterOcid.ifPresent(after -> query.bind("after", after));
            changedSince.ifPresent(since -> query.bind("since", Times.text(Times.clamp(since))));
            return query.bind("limit", limit)
                    .map((row, context) -> version(row))
                    .list();
        });
    }

    @Override
    public List<TenderVersion> versionsOf(Collection<String> ocids) {
        List<String> possible = TextArray.possible(ocids);
        return possible.isEmpty()
                ? List.of()
                : database.run(
                        "tenders",
                        handle -> handle.createQuery(VERSIONS + table + " WHERE ocid = ANY(:ocids)")
                                .bind("ocids", TextArray.of(possible))
                                .map((row, context) -> version(row))
                                .list());
    }

    private static TenderVersion version(ResultSet row) throws SQLException {
        return new TenderVersion(row.getString("ocid"), row.getLong("version"), Times.read(row, "changed_at"));
    }

    @Override
    public long count() {
        return database.run(
                "tenders",
                handle -> handle.createQuery("SELECT count(*) FROM " + table)
                        .mapTo(Long.class)
                        .one());
    }

    /** Empty, with a line in the log, if the row can't be decoded: one bad row stops nothing. */
    private static Optional<StoredTender> read(ResultSet row) throws SQLException {
        try {
            return Optional.of(new StoredTender(
                    Documents.tender(row.getString("document"), row.getString("raw_text")),
                    row.getLong("version"),
                    Times.read(row, "changed_at")));
        } catch (JsonProcessingException | IllegalArgumentException e) {
            LOG.error("the stored tender {} can't be read and is left out: {}", row.getString("ocid"), e.getMessage());
            return Optional.empty();
        }
    }
}
