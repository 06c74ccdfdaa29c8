package io.tenderhub.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.tenderhub.bootstrap.HubConfiguration;
import io.tenderhub.bootstrap.TenderHub;
import io.tenderhub.consistency.CheckOptions;
import io.tenderhub.consistency.CheckReport;
import io.tenderhub.team.TeamId;
import io.tenderhub.teststores.TestStores;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A rebuild is killed in its midst; the next one goes on there, and nothing is missing. */
class RebuildKilledIT {
    private static final int TENDERS = 1_500;
    private static final TeamId TEAM = new TeamId("acme");

    @TempDir
    private Path folder;

    @Test
    void goesOnWhereItWasKilled() throws Exception {
        TestStores stores = TestStores.shared();
        Map<String, String> environment = Map.of(
                "TENDERHUB_POSTGRES_URL", stores.freshPostgresUrl(),
                "TENDERHUB_MONGO_URL", stores.freshMongoUrl(),
                "TENDERHUB_REDIS_URL", stores.redisUrl(),
                "TENDERHUB_PREFIX", "killed");
        run(environment, "migrate");
        run(
                environment,
                "profile",
                "save",
                "--team",
                TEAM.value(),
                Written.profile(folder).toString());
        run(
                environment,
                "ingest",
                Written.file(folder, "tenders.jsonl", lines()).toString());

        try (TenderHub hub = TenderHub.start(HubConfiguration.of(Map.of(), environment, Optional.empty()))) {
            killInItsMidst(hub, environment);
            long madeBefore = hub.topTenders().count(TEAM);
            assertThat(madeBefore).isPositive().isLessThan(TENDERS);

            Ran second = Ran.tenderhub(environment, new byte[0], "rebuild");

            assertThat(second.code()).as(second.err()).isZero();
            assertThat(second.err()).contains("going on where an earlier rebuild was ended");
            List<Long> figures = figures(second.out());
            assertThat(figures.get(0)).isLessThan(TENDERS);
            assertThat(hub.topTenders().count(TEAM)).isEqualTo(TENDERS);
            CheckReport report = hub.consistency().check(CheckOptions.DEFAULT, finding -> {});
            assertThat(report.counts()).isEmpty();
            // The killed one's locks may have stood for a moment; an event waits for each tender that they kept away.
            assertThat(report.waiting()).isLessThanOrEqualTo(figures.get(2));
        }
    }

    /** Kills a rebuild as soon as it has noted how far it is, before it has come to its end. */
    private static void killInItsMidst(TenderHub hub, Map<String, String> environment)
            throws IOException, InterruptedException {
        ProcessBuilder command = new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-jar",
                System.getProperty("tenderhub.jar"),
                "rebuild");
        command.environment().putAll(environment);
        command.redirectError(ProcessBuilder.Redirect.DISCARD);
        command.redirectOutput(ProcessBuilder.Redirect.DISCARD);
        Process rebuild = command.start();
        try {
            while (rebuild.isAlive() && !hub.rebuild().isUnfinished()) {
                rebuild.waitFor(1, TimeUnit.MILLISECONDS);
            }
        } finally {
            rebuild.destroyForcibly().waitFor();
        }
        assertThat(hub.rebuild().isUnfinished()).isTrue();
    }

    /** Tenders made anew, documents deleted, tenders left to the workers. */
    private static List<Long> figures(String line) {
        return Pattern.compile("[0-9][0-9,]*(?= )")
                .matcher(line)
                .results()
                .map(found -> Long.valueOf(found.group().replace(",", "")))
                .toList();
    }

    private static void run(Map<String, String> environment, String... arguments) {
        Ran ran = Ran.tenderhub(environment, new byte[0], arguments);
        assertThat(ran.code()).as(ran.err()).isZero();
    }

    private static String lines() {
        return IntStream.range(0, TENDERS).mapToObj(Written::release).collect(Collectors.joining("\n", "", "\n"));
    }
}
