package io.tenderhub.benchmarks;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import io.tenderhub.embedded.EmbeddedStores;
import io.tenderhub.embedded.Store;
import io.tenderhub.event.RelayOptions;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.TimeUnit;

/**
 * Events a second, and milliseconds from commit to handler, of the relay and of gruelbox transaction-outbox on the same
 * PostgreSQL, alternately:
 * {@code java -cp benchmarks.jar io.tenderhub.benchmarks.RelayAgainstTransactionOutbox [EVENTS] [ROUNDS] [THREADS OF THE PEER] [BATCH]}.
 * PostgreSQL writes through to the disk, as it does for a company's data.
 */
public final class RelayAgainstTransactionOutbox {
    private static final int THREADS = 4;
    /** As many as the relay has; others can be asked for. */
    private static final int PEER_THREADS = THREADS;

    private static final int CONNECTIONS = 40;
    private static final int COMMITS = 300;
    private static final int LONGEST_PAUSE_MILLIS = 60;

    private RelayAgainstTransactionOutbox() {}

    public static void main(String[] arguments) throws IOException, InterruptedException {
        int events = arguments.length > 0 ? Integer.parseInt(arguments[0]) : 20_000;
        int rounds = arguments.length > 1 ? Integer.parseInt(arguments[1]) : 5;
        int peerThreads = arguments.length > 2 ? Integer.parseInt(arguments[2]) : PEER_THREADS;
        int batch = arguments.length > 3 ? Integer.parseInt(arguments[3]) : RelayOptions.DEFAULT.batchSize();
        Path folder = Files.createTempDirectory("relay-benchmark-");
        RelayOptions options = RelayOptions.DEFAULT.withThreads(THREADS).withBatchSize(batch);
        try (EmbeddedStores stores = EmbeddedStores.builder()
                        .only(Store.POSTGRES)
                        .folder(folder)
                        .start();
                HikariDataSource database = pool(stores.postgresUrl());
                OutboxSide ours = new TenderHubOutbox(database, options);
                OutboxSide peer = new TransactionOutboxPeer(database, peerThreads)) {
            throughput(List.of(ours, peer), events, rounds);
            latency(List.of(ours, peer));
        }
        Folders.remove(folder);
    }

    private static HikariDataSource pool(String url) {
        HikariConfig config = new HikariConfig();
        config.setJdbcUrl(url);
        config.setMaximumPoolSize(CONNECTIONS);
        return new HikariDataSource(config);
    }

    private static void throughput(List<OutboxSide> sides, int events, int rounds) {
        Map<OutboxSide, List<Double>> rates = new LinkedHashMap<>();
        System.out.printf("%,d events, a handler that does nothing; events a second%n", events);
        System.out.printf(
                "%-10s %20s %20s%n", "round", sides.get(0).name(), sides.get(1).name());
        for (int round = 0; round <= rounds; round++) {
            List<Double> row = new ArrayList<>();
            for (OutboxSide side : sides) {
                side.clear();
                side.append(events);
                long begin = System.nanoTime();
                side.drain(events);
                row.add(events * 1e9 / (System.nanoTime() - begin));
            }
            System.out.printf("%-10s %,20.0f %,20.0f%n", round == 0 ? "warm-up" : round, row.get(0), row.get(1));
            if (round > 0) {
                for (int i = 0; i < row.size(); i++) {
                    rates.computeIfAbsent(sides.get(i), side -> new ArrayList<>())
                            .add(row.get(i));
                }
            }
        }
        double ours = Medians.of(rates.get(sides.get(0)));
        double peer = Medians.of(rates.get(sides.get(1)));
        System.out.printf("%-10s %,20.0f %,20.0f   ratio %.1f%n%n", "median", ours, peer, ours / peer);
    }

    private static void latency(List<OutboxSide> sides) throws InterruptedException {
        Random random = new Random(1);
        System.out.printf("idle, %d commits at random moments; milliseconds from commit to handler%n", COMMITS);
        System.out.printf("%-20s %10s %10s %10s%n", "", "median", "p95", "worst");
        for (OutboxSide side : sides) {
            side.clear();
            side.keepWorking();
            List<Double> millis = new ArrayList<>();
            for (int commit = 0; commit < COMMITS; commit++) {
                TimeUnit.MILLISECONDS.sleep(random.nextInt(LONGEST_PAUSE_MILLIS));
                millis.add(side.appendAndAwait() / 1e6);
            }
            System.out.printf(
                    "%-20s %10.2f %10.2f %10.2f%n",
                    side.name(), Medians.of(millis), Medians.quantile(millis, 0.95), Medians.quantile(millis, 1));
        }
    }
}
