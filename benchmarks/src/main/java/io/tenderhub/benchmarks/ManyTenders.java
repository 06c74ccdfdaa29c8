package io.tenderhub.benchmarks;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import io.tenderhub.bootstrap.Workbench;
import io.tenderhub.embedded.EmbeddedStores;
import io.tenderhub.embedded.Store;
import io.tenderhub.ingestion.FeedInput;
import io.tenderhub.ingestion.TenderIngestion;
import io.tenderhub.postgres.PostgresAdapter;
import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicLong;
import javax.sql.DataSource;

/**
 * A kept PostgreSQL that the product's own ingestion fills with made tenders, by several threads and without waiting for the disk
 * at each commit. Nobody works on the events that wait there. The same folder can be opened again and filled further.
 */
final class ManyTenders implements AutoCloseable {
    private static final int THREADS = 3;
    private static final long CHUNK = 4_000;
    private final EmbeddedStores stores;
    private final HikariDataSource database;
    private final PostgresAdapter postgres;

    private ManyTenders(EmbeddedStores stores, HikariDataSource database) {
        this.stores = stores;
        this.database = database;
        this.postgres = PostgresAdapter.builder(database).build();
    }

    static ManyTenders in(Path folder) {
        EmbeddedStores stores =
                EmbeddedStores.builder().only(Store.POSTGRES).folder(folder).start();
        HikariConfig pool = new HikariConfig();
        pool.setJdbcUrl(stores.postgresUrl());
        pool.setMaximumPoolSize(THREADS + 3);
        pool.setConnectionInitSql("SET synchronous_commit = off");
        ManyTenders tenders = new ManyTenders(stores, new HikariDataSource(pool));
        tenders.postgres.migrate();
        return tenders;
    }

    DataSource database() {
        return database;
    }

    PostgresAdapter postgres() {
        return postgres;
    }

    /** Asks the database for nothing. */
    boolean roundTrip() {
        try {
            execute("SELECT 1");
            return true;
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    long count() {
        return postgres.tenderCatalog().count();
    }

    /** Stores the first so many of these; those that are there already are left as they are. */
    void growTo(long tenders, ReleaseLines lines) throws SQLException {
        long there = count();
        if (there >= tenders) {
            return;
        }
        long begin = System.nanoTime();
        settings("ALTER SYSTEM SET max_wal_size = '8GB'", "ALTER SYSTEM SET checkpoint_timeout = '30min'");
        // The last chunks of an interrupted run may have gaps.
        AtomicLong next = new AtomicLong(Math.max(0, there - (THREADS + 1) * CHUNK));
        ExecutorService threads = Executors.newFixedThreadPool(THREADS);
        List<CompletableFuture<Void>> running = new ArrayList<>();
        for (int i = 0; i < THREADS; i++) {
            running.add(CompletableFuture.runAsync(() -> store(next, tenders, lines), threads));
        }
        threads.shutdown();
        running.forEach(CompletableFuture::join);
        settings("ALTER SYSTEM RESET ALL");
        execute("VACUUM (ANALYZE)", "CHECKPOINT");
        System.out.printf(
                "%,d tenders stored in %,.0f s, %,d there%n",
                tenders - there, (System.nanoTime() - begin) / 1e9, count());
    }

    private void store(AtomicLong next, long end, ReleaseLines lines) {
        Workbench workbench = new Workbench();
        TenderIngestion ingestion =
                new TenderIngestion(workbench.feed(), postgres.unitOfWork(), workbench.requirements());
        for (long from = next.getAndAdd(CHUNK); from < end; from = next.getAndAdd(CHUNK)) {
            StringBuilder chunk = new StringBuilder();
            for (long n = from; n < Math.min(end, from + CHUNK); n++) {
                chunk.append(lines.line(n)).append('\n');
            }
            ingestion.ingest(
                    List.of(new FeedInput.Stream(
                            "made tenders from " + from,
                            new ByteArrayInputStream(chunk.toString().getBytes(StandardCharsets.UTF_8)))),
                    reject -> {
                        throw new IllegalStateException(reject.reason());
                    });
        }
    }

    private void settings(String... statements) throws SQLException {
        execute(statements);
        execute("SELECT pg_reload_conf()");
    }

    private void execute(String... statements) throws SQLException {
        try (Connection connection = database.getConnection();
                Statement statement = connection.createStatement()) {
            for (String sql : statements) {
                statement.execute(sql);
            }
        }
    }

    @Override
    public void close() {
        database.close();
        stores.close();
    }
}
