package io.tenderhub.benchmarks;

import io.tenderhub.bootstrap.HubConfiguration;
import io.tenderhub.bootstrap.TenderHub;
import io.tenderhub.embedded.EmbeddedStores;
import io.tenderhub.ingestion.FeedInput;
import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Scores all tenders for one team, by one read cursor and bulk writes, against one read and one update for each tender, in
 * another process of a small heap:
 * {@code java -cp benchmarks.jar io.tenderhub.benchmarks.RecalculationAgainstSingleUpdates [TENDERS] [SAMPLE] [ROUNDS] [HEAP]}.
 * The single updates are done for a sample and reckoned up to all. {@code TENDERHUB_MONGO_URL} names a MongoDB, into whose database
 * {@code tenderhub} it writes; else it is the built-in server, in memory.
 */
public final class RecalculationAgainstSingleUpdates {
    private static final int TENDERS = 100_000;

    private RecalculationAgainstSingleUpdates() {}

    public static void main(String[] arguments) throws IOException, InterruptedException {
        int tenders = arguments.length > 0 ? Integer.parseInt(arguments[0]) : TENDERS;
        String sample = arguments.length > 1 ? arguments[1] : "1000";
        String rounds = arguments.length > 2 ? arguments[2] : "3";
        String heap = arguments.length > 3 ? arguments[3] : "256m";
        Path folder = Files.createTempDirectory("recalculation-benchmark-");
        try (EmbeddedStores stores = EmbeddedStores.builder().thrownAway().start()) {
            String mongoUrl =
                    Optional.ofNullable(System.getenv("TENDERHUB_MONGO_URL")).orElse(stores.mongoUrl());
            fill(stores, mongoUrl, folder.resolve("tenders.jsonl"), tenders);
            measure(stores.postgresUrl(), mongoUrl, sample, rounds, heap);
        }
        Folders.remove(folder);
    }

    private static void fill(EmbeddedStores stores, String mongoUrl, Path file, int tenders) throws IOException {
        TenderLines lines = new TenderLines(1);
        try (OutputStream out = new BufferedOutputStream(Files.newOutputStream(file))) {
            for (int n = 0; n < tenders; n++) {
                out.write((lines.line(n) + "\n").getBytes(StandardCharsets.UTF_8));
            }
        }
        HubConfiguration configuration = HubConfiguration.of(
                Map.of(
                        "postgres.url", stores.postgresUrl(),
                        "mongo.url", mongoUrl,
                        "redis.url", stores.redisUrl()),
                Map.of(),
                Optional.empty());
        TenderHub.migrate(configuration);
        try (TenderHub hub = TenderHub.start(configuration.forOneCommand())) {
            long begin = System.nanoTime();
            long created = hub.ingestion()
                    .ingest(List.of(new FeedInput.Files(file)), reject -> {})
                    .created();
            hub.profiles().save(Recalculation.TEAM, Recalculation.PROFILE);
            System.out.printf("%,d tenders stored in %,.1f s%n", created, (System.nanoTime() - begin) / 1e9);
        }
    }

    private static void measure(String postgresUrl, String mongoUrl, String sample, String rounds, String heap)
            throws IOException, InterruptedException {
        int code = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-Xmx" + heap,
                        "-cp",
                        System.getProperty("java.class.path"),
                        Recalculation.class.getName(),
                        postgresUrl,
                        mongoUrl,
                        sample,
                        rounds)
                .inheritIO()
                .start()
                .waitFor();
        if (code != 0) {
            throw new IllegalStateException("the measuring process ended with " + code);
        }
    }
}
