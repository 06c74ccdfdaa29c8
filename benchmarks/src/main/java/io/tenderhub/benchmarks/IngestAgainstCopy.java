package io.tenderhub.benchmarks;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import io.tenderhub.bootstrap.Workbench;
import io.tenderhub.embedded.EmbeddedStores;
import io.tenderhub.embedded.Store;
import io.tenderhub.ingestion.FeedInput;
import io.tenderhub.ingestion.IngestionResult;
import io.tenderhub.ingestion.TenderIngestion;
import io.tenderhub.postgres.PostgresAdapter;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import org.postgresql.PGConnection;

/**
 * Ingesting a file of releases against a bare {@code COPY} of the finished rows, words and marks included, into the same table with its
 * indexes and triggers, and against one statement a tender; and what the same file once more writes:
 * {@code java -cp benchmarks.jar io.tenderhub.benchmarks.IngestAgainstCopy [TENDERS] [ROUNDS]}. Every way begins with an empty table.
 * PostgreSQL writes through to the disk; its cleaning in the background is off, which would come to one of them by chance.
 */
public final class IngestAgainstCopy {
    private static final int WARM_UPS = 1;
    /** One statement a tender takes long. */
    private static final int OF_THEM_ONE_BY_ONE = 10;

    private static final String TENDERS = "tenderhub_tenders";
    private static final String OUTBOX = "tenderhub_outbox";
    private final HikariDataSource database;
    private final TenderIngestion ingestion;
    private final Path releases;
    private final Path finished;
    private final int tenders;

    private IngestAgainstCopy(HikariDataSource database, PostgresAdapter adapter, Path folder, int tenders) {
        Workbench workbench = new Workbench();
        this.database = database;
        this.ingestion = new TenderIngestion(workbench.feed(), adapter.unitOfWork(), workbench.requirements());
        this.releases = folder.resolve("releases.jsonl");
        this.finished = folder.resolve("finished.copy");
        this.tenders = tenders;
    }

    public static void main(String[] arguments) throws Exception {
        int tenders = arguments.length > 0 ? Integer.parseInt(arguments[0]) : 20_000;
        int rounds = arguments.length > 1 ? Integer.parseInt(arguments[1]) : 5;
        Race.printHead();
        run(tenders, rounds);
    }

    static void run(int tenders, int rounds) throws Exception {
        Path folder = Files.createTempDirectory("ingest-benchmark-");
        try (EmbeddedStores stores = EmbeddedStores.builder()
                        .only(Store.POSTGRES)
                        .folder(folder.resolve("stores"))
                        .start();
                HikariDataSource database = pool(stores.postgresUrl())) {
            PostgresAdapter adapter = PostgresAdapter.builder(database).build();
            adapter.migrate();
            new IngestAgainstCopy(database, adapter, folder, tenders).race(rounds);
        } finally {
            Folders.remove(folder);
        }
    }

    private static HikariDataSource pool(String url) {
        HikariConfig config = new HikariConfig();
        config.setJdbcUrl(url);
        config.setMaximumPoolSize(8);
        config.setMinimumIdle(0);
        return new HikariDataSource(config);
    }

    private void race(int rounds) throws Exception {
        execute("ALTER SYSTEM SET autovacuum = off");
        execute("ALTER SYSTEM SET max_wal_size = '8GB'");
        execute("ALTER SYSTEM SET checkpoint_timeout = '1h'");
        execute("SELECT pg_reload_conf()");
        ReleaseFile.write(releases, WholeReleases.single(1), tenders);
        begin();
        Growth fresh = grown(() -> ingest());
        Growth again = grown(() -> ingest());
        writeFinishedRows();

        Race.Way ours = new Race.Way("this", this::ingestNew);
        List<Race.Way> ways = List.of(
                ours,
                new Race.Way("COPY of the finished rows", this::copyFinished),
                new Race.Way("one statement and commit a tender", this::oneByOne));
        new Race("new tenders", "tenders/s", ways).run(WARM_UPS, rounds);
        ingestNew();
        new Race(
                        "the same again",
                        "tenders/s",
                        List.of(
                                new Race.Way("again", () -> Race.rate(tenders, this::ingest)),
                                new Race.Way("new tenders", () -> {
                                    double rate = ingestNew();
                                    execute("VACUUM (ANALYZE) " + TENDERS);
                                    return rate;
                                })))
                .run(WARM_UPS, rounds);
        begin();
        oneByOne();
        Growth againOneByOne = grown(this::storeOneByOne);
        System.out.println();
        System.out.println(
                "| what is written | tenders | log, MB | tables with indexes, MB | rows inserted | updated | dead | events |");
        System.out.println("|---|---|---|---|---|---|---|---|");
        fresh.print("new tenders", tenders);
        again.print("the same again", tenders);
        againOneByOne.print("the same again, one statement a tender", tenders / OF_THEM_ONE_BY_ONE);
    }

    private double ingestNew() throws Exception {
        begin();
        return Race.rate(tenders, this::ingest);
    }

    private void ingest() {
        IngestionResult result = ingestion.ingest(List.of(new FeedInput.Files(releases)), reject -> {
            throw new IllegalStateException(reject.reason());
        });
        if (result.created() + result.unchanged() != tenders) {
            throw new IllegalStateException(result.toString());
        }
    }

    private void writeFinishedRows() throws Exception {
        try (Connection connection = database.getConnection();
                OutputStream out = Files.newOutputStream(finished)) {
            connection
                    .unwrap(PGConnection.class)
                    .getCopyAPI()
                    .copyOut("COPY " + TENDERS + " TO STDOUT (FORMAT binary)", out);
        }
    }

    private double copyFinished() throws Exception {
        begin();
        return Race.rate(tenders, () -> {
            try (Connection connection = database.getConnection();
                    Statement statement = connection.createStatement();
                    InputStream in = Files.newInputStream(finished)) {
                connection.setAutoCommit(false);
                // As this way does: the triggers are there and keep silent.
                statement.execute("SELECT set_config('tenderhub.raises_events', 'on', true)");
                connection
                        .unwrap(PGConnection.class)
                        .getCopyAPI()
                        .copyIn("COPY " + TENDERS + " FROM STDIN (FORMAT binary)", in, 1 << 16);
                connection.commit();
            }
        });
    }

    private double oneByOne() throws Exception {
        begin();
        return Race.rate(tenders / OF_THEM_ONE_BY_ONE, this::storeOneByOne);
    }

    /** The whole tree, and less in columns and words than a tender has here. */
    private void storeOneByOne() throws Exception {
        ObjectMapper mapper = new ObjectMapper();
        try (Connection connection = database.getConnection();
                Statement setting = connection.createStatement();
                PreparedStatement store = connection.prepareStatement("INSERT INTO " + TENDERS
                        + " AS stored (ocid, tender_id, heading, province, category, status, release_date, release_nanos, closes_nanos,"
                        + " compulsory_briefing, cidb, cidb_classes, document, raw, raw_text, content_hash, search, version, changed_at)"
                        + " VALUES (?, ?, ?, ?, ?, ?, ?::timestamptz, 0, 0, false, '{}', '{}', ?::jsonb, ?::jsonb, ?, ?,"
                        + " to_tsvector('english', ?), 1, now()) ON CONFLICT (ocid) DO UPDATE SET tender_id = excluded.tender_id,"
                        + " heading = excluded.heading, province = excluded.province, category = excluded.category,"
                        + " status = excluded.status, release_date = excluded.release_date, document = excluded.document,"
                        + " raw = excluded.raw, raw_text = excluded.raw_text, content_hash = excluded.content_hash,"
                        + " search = excluded.search, version = stored.version + 1, changed_at = now()");
                PreparedStatement event = connection.prepareStatement(
                        "INSERT INTO " + OUTBOX
                                + " (type, aggregate_id, payload, created_at, next_attempt_at) VALUES ('tender.created', ?, '{}', now(), now())")) {
            setting.execute("SET tenderhub.raises_events = 'on'");
            connection.setAutoCommit(false);
            for (String line : lines(tenders / OF_THEM_ONE_BY_ONE)) {
                JsonNode release = mapper.readTree(line);
                JsonNode tender = release.path("tender");
                String description = tender.path("description").asText();
                store.setString(1, release.path("ocid").asText());
                store.setString(2, tender.path("id").asText());
                store.setString(3, description);
                store.setString(4, tender.path("province").asText());
                store.setString(5, tender.path("category").asText());
                store.setString(6, tender.path("status").asText());
                store.setString(7, release.path("date").asText());
                store.setString(8, mapper.writeValueAsString(tender));
                store.setString(9, line);
                store.setString(10, line);
                store.setBytes(11, MessageDigest.getInstance("SHA-256").digest(line.getBytes(StandardCharsets.UTF_8)));
                store.setString(
                        12, description + " " + tender.path("specialConditions").asText());
                store.executeUpdate();
                event.setString(1, release.path("ocid").asText());
                event.executeUpdate();
                connection.commit();
            }
            setting.execute("RESET tenderhub.raises_events");
            connection.commit();
        }
    }

    private List<String> lines(int count) throws Exception {
        try (var lines = Files.lines(releases)) {
            return lines.limit(count).toList();
        }
    }

    private void begin() throws SQLException {
        execute("TRUNCATE " + TENDERS + ", " + OUTBOX + ", tenderhub_tender_versions");
        execute("CHECKPOINT");
    }

    private Growth grown(Race.Work work) throws Exception {
        execute("VACUUM (ANALYZE)");
        execute("CHECKPOINT");
        List<Double> before = figures();
        work.run();
        List<Double> after = figures();
        List<Double> difference = new ArrayList<>();
        for (int i = 0; i < before.size(); i++) {
            difference.add(after.get(i) - before.get(i));
        }
        return new Growth(difference);
    }

    /** Connections tell their figures when they end. */
    private List<Double> figures() throws SQLException, InterruptedException {
        database.getHikariPoolMXBean().softEvictConnections();
        while (!query(
                        "SELECT count(*) FROM pg_stat_activity WHERE backend_type = 'client backend' AND pid <> pg_backend_pid()")
                .equals(List.of(0.0))) {
            Thread.sleep(20);
        }
        return query("SELECT pg_wal_lsn_diff(pg_current_wal_insert_lsn(), '0/0'), pg_total_relation_size('" + TENDERS
                + "') + pg_total_relation_size('" + OUTBOX
                + "'), n_tup_ins, n_tup_upd, n_dead_tup, (SELECT count(*) FROM " + OUTBOX
                + ") FROM pg_stat_user_tables WHERE relname = '" + TENDERS + "'");
    }

    private List<Double> query(String sql) throws SQLException {
        try (Connection connection = database.getConnection();
                Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery(sql)) {
            row.next();
            List<Double> values = new ArrayList<>();
            for (int column = 1; column <= row.getMetaData().getColumnCount(); column++) {
                values.add(row.getDouble(column));
            }
            return values;
        }
    }

    private void execute(String sql) {
        Statements.run(database, sql);
    }

    /** By how much the figures have risen. */
    private record Growth(List<Double> by) {
        void print(String what, int tenders) {
            System.out.printf(
                    "| %s | %,d | %,.2f | %,.2f | %,.0f | %,.0f | %,.0f | %,.0f |%n",
                    what, tenders, by.get(0) / 1e6, by.get(1) / 1e6, by.get(2), by.get(3), by.get(4), by.get(5));
        }
    }
}
