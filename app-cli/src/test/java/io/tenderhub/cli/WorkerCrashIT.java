package io.tenderhub.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.tenderhub.bootstrap.HubConfiguration;
import io.tenderhub.bootstrap.TenderHub;
import io.tenderhub.details.TenderDetails;
import io.tenderhub.event.OutboxDepth;
import io.tenderhub.team.TeamId;
import io.tenderhub.teststores.TestStores;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Workers are killed at random moments; after a last run everything is there, once. */
class WorkerCrashIT {
    private static final int TENDERS = 300;
    private static final int KILLS = 6;
    private static final TeamId TEAM = new TeamId("acme");

    @TempDir
    private Path folder;

    @Test
    void nothingIsLostOrDoubledWhenWorkersAreKilled() throws Exception {
        TestStores stores = TestStores.shared();
        Map<String, String> environment = new HashMap<>(Map.of(
                "TENDERHUB_POSTGRES_URL", stores.freshPostgresUrl(),
                "TENDERHUB_MONGO_URL", stores.freshMongoUrl(),
                "TENDERHUB_REDIS_URL", stores.redisUrl(),
                "TENDERHUB_PREFIX", "crash",
                "TENDERHUB_WORKER_LEASE_SECONDS", "2"));
        run(environment, "migrate");
        run(
                environment,
                "profile",
                "save",
                "--team",
                TEAM.value(),
                Written.profile(folder).toString());
        long seed = System.nanoTime();
        Random random = new Random(seed);
        for (int kill = 0; kill < KILLS; kill++) {
            String date = "2026-02-0%dT00:00:00Z".formatted(kill + 1);
            run(
                    environment,
                    "ingest",
                    Written.file(folder, "tenders.jsonl", lines(date)).toString());
            startAndKill(environment, 1 + random.nextInt(TENDERS - 1));
        }

        awaitQuiet(environment);

        try (TenderHub hub = TenderHub.start(HubConfiguration.of(Map.of(), environment, Optional.empty()))) {
            assertThat(hub.outboxDepth())
                    .as("seed %d", seed)
                    .extracting(OutboxDepth::waiting, OutboxDepth::parked)
                    .containsExactly(0L, 0L);
            assertThat(hub.topTenders().count(TEAM)).isEqualTo(TENDERS);
            for (int n = 0; n < TENDERS; n++) {
                TenderDetails details =
                        hub.lookup().find("ocds-test-" + n, Optional.of(TEAM)).orElseThrow();
                long version = details.stored().version();
                assertThat(details.stored().tender().releaseDate())
                        .hasToString("2026-02-0%dT00:00:00Z".formatted(KILLS));
                assertThat(details.summary().orElseThrow().tenderVersion())
                        .as("seed %d", seed)
                        .isEqualTo(version);
                assertThat(details.score().orElseThrow().tenderVersion())
                        .as("seed %d", seed)
                        .isEqualTo(version);
            }
        }
    }

    /** Runs workers to their end until one finds nothing that another one still holds. */
    private static void awaitQuiet(Map<String, String> environment) {
        try (TenderHub hub = TenderHub.start(HubConfiguration.of(Map.of(), environment, Optional.empty()))) {
            long deadline = System.nanoTime() + TimeUnit.MINUTES.toNanos(2);
            while (hub.outboxDepth().waiting() > 0 && System.nanoTime() < deadline) {
                hub.relay().drain();
            }
        }
    }

    /** Kills a worker when at least so many events are done, so that it dies in its work and not before or after. */
    private static void startAndKill(Map<String, String> environment, long afterEvents)
            throws IOException, InterruptedException {
        try (TenderHub hub = TenderHub.start(HubConfiguration.of(Map.of(), environment, Optional.empty()))) {
            long atMost = hub.outboxDepth().waiting() - afterEvents;
            Process worker = jar(environment, "worker", "--once").start();
            try {
                while (worker.isAlive() && hub.outboxDepth().waiting() > atMost) {
                    worker.waitFor(1, TimeUnit.MILLISECONDS);
                }
            } finally {
                worker.destroyForcibly().waitFor();
            }
        }
    }

    private static void run(Map<String, String> environment, String... arguments) {
        Ran ran = Ran.tenderhub(environment, new byte[0], arguments);
        assertThat(ran.code()).as(ran.err()).isZero();
    }

    static ProcessBuilder jar(Map<String, String> environment, String... arguments) {
        List<String> command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-jar",
                System.getProperty("tenderhub.jar")));
        command.addAll(List.of(arguments));
        ProcessBuilder builder = new ProcessBuilder(command);
        builder.environment().putAll(environment);
        builder.redirectError(ProcessBuilder.Redirect.DISCARD);
        builder.redirectOutput(ProcessBuilder.Redirect.DISCARD);
        return builder;
    }

    private static String lines(String date) {
        return IntStream.range(0, TENDERS)
                .mapToObj(n -> Written.release("ocds-test-" + n, date, "Construction of school " + n + " on " + date))
                .collect(Collectors.joining("\n", "", "\n"));
    }
}
