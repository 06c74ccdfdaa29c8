package io.tenderhub.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A worker on servers of its own that is told to end finishes what it has begun before the servers end. */
class WorkerToldToEndIT {
    @TempDir
    private Path folder;

    @Test
    void putsAwayWhatItHasBegunWhileItsServersAreThere() throws Exception {
        Map<String, String> environment =
                Map.of("TENDERHUB_DATA_FOLDER", folder.resolve("data").toString());
        String lines = IntStream.range(0, 2_000).mapToObj(Written::release).collect(Collectors.joining("\n", "", "\n"));
        assertThat(Ran.tenderhub(
                                environment,
                                new byte[0],
                                "ingest",
                                Written.file(folder, "tenders.jsonl", lines).toString())
                        .code())
                .isZero();
        Path said = folder.resolve("said.txt");

        Process worker = worker(environment, said);
        try {
            awaitWorking(worker, said);
            worker.destroy();
            assertThat(worker.waitFor(2, TimeUnit.MINUTES)).isTrue();
        } finally {
            worker.destroyForcibly().waitFor();
        }

        assertThat(Files.readString(said, StandardCharsets.UTF_8)).doesNotContain("unavailable", "ERROR", "WARN");
        Ran rest = Ran.tenderhub(environment, new byte[0], "worker", "--once");
        assertThat(rest.out()).as(rest.err()).contains(" 0 parked");
    }

    private static Process worker(Map<String, String> environment, Path said) throws IOException {
        ProcessBuilder command = new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-jar",
                System.getProperty("tenderhub.jar"),
                "worker");
        command.environment().putAll(environment);
        command.redirectErrorStream(true);
        command.redirectOutput(said.toFile());
        return command.start();
    }

    private static void awaitWorking(Process worker, Path said) throws IOException, InterruptedException {
        boolean working = false;
        while (!working && !worker.waitFor(20, TimeUnit.MILLISECONDS)) {
            try (BufferedReader lines = Files.newBufferedReader(said, StandardCharsets.UTF_8)) {
                working = lines.lines().anyMatch(line -> line.startsWith("working"));
            }
        }
        assertThat(working).as(Files.readString(said, StandardCharsets.UTF_8)).isTrue();
    }
}
