package io.tenderhub.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.io.TempDir;

/** The script by which people run the program from a checkout, on one that grows older from test to test. */
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class LauncherIT {
    /** Of what {@code --help} and {@code score} have no use for. */
    private static final List<String> OF_OTHERS = List.of(
            "io.javalin.",
            "org.eclipse.jetty.",
            "com.mongodb.",
            "redis.clients.",
            "org.postgresql.",
            "com.zaxxer.",
            "org.jdbi.",
            "org.apache.lucene.",
            "ai.onnxruntime.",
            "ai.djl.",
            "org.apache.pdfbox.",
            "ch.qos.logback.",
            "org.slf4j.");

    @TempDir
    private static Path folder;

    private static Checkout checkout;
    private static Ran version;

    @BeforeAll
    static void builtByHand() throws Exception {
        Path launcher = Path.of("..", "tenderhub").toRealPath();
        checkout = Checkout.of(folder.resolve("checkout"), launcher);
        version = plain("version");
    }

    @Test
    @Order(1)
    void keepsLoadedClassesFromTheFirstRunsOnAlsoIfTheseAreTwoAtOnce() throws Exception {
        Checkout.Running one = checkout.start("", "version");
        Checkout.Running other = checkout.start("", "version");

        assertThat(one.ended()).isEqualTo(version);
        assertThat(other.ended()).isEqualTo(version);
        awaitTheArchive();
        assertThat(loadedBy("score", "--help"))
                .anyMatch(line ->
                        line.startsWith("io.tenderhub.cli.ScoreCommand ") && line.contains("shared objects file"));
    }

    @Test
    @Order(2)
    void saysTheSameWithKeptClasses() throws Exception {
        assertThat(checkout.run("--help")).isEqualTo(plain("--help"));
        assertThat(checkout.run("score")).isEqualTo(plain("score"));
    }

    @Test
    @Order(3)
    void loadsForHelpNothingOfServersStoresAndModels() throws Exception {
        assertThat(loadedBy("--help"))
                .anyMatch(line -> line.startsWith("io.tenderhub.cli.DemoCommand "))
                .noneMatch(line -> OF_OTHERS.stream().anyMatch(line::startsWith))
                .noneMatch(line -> line.startsWith("com.fasterxml.") || line.startsWith("io.tenderhub.bootstrap."));
    }

    @Test
    @Order(4)
    void loadsForScoringOnlyWhatReadsAndScores() throws Exception {
        Path profile = Written.profile(folder);
        Path tenders = Written.file(folder, "tenders.jsonl", Written.release(1) + "\n");

        assertThat(loadedBy("score", "--profile", profile.toString(), tenders.toString()))
                .anyMatch(line -> line.startsWith("io.tenderhub.readiness."))
                .noneMatch(line -> OF_OTHERS.stream().anyMatch(line::startsWith))
                .noneMatch(line -> line.startsWith("io.tenderhub.cli.DemoCommand "));
    }

    @Test
    @Order(5)
    void doesWithoutKeptClassesThatAreDamaged() throws Exception {
        Path archive = archive();
        byte[] sound = Files.readAllBytes(archive);
        byte[] scratched = sound.clone();
        Arrays.fill(scratched, scratched.length / 2, scratched.length / 2 + 100_000, (byte) 0x5a);
        byte[] other = "#!/bin/sh\n".getBytes(StandardCharsets.UTF_8);
        for (byte[] damaged : List.of(scratched, Arrays.copyOf(sound, sound.length / 3), new byte[0], other)) {
            putArchive(archive, damaged);

            assertThat(checkout.run("version")).isEqualTo(version);
        }
        putArchive(archive, sound);
    }

    @Test
    @Order(6)
    void saysNothingWhereKeptClassesDoNotGoWithTheOptions() throws Exception {
        assertThat(checkout.runWith("-XX:-UseCompressedOops -XX:-UseCompressedClassPointers", "version"))
                .isEqualTo(version);
    }

    @Test
    @Order(7)
    void runsWhereNothingCanBeKept() throws Exception {
        Path archive = archive();
        byte[] sound = Files.readAllBytes(archive);
        Files.delete(archive);
        // A file where a folder is to be made, because root may write into a read-only folder.
        Path inTheWay = Files.writeString(Path.of(archive + ".making"), "");
        checkout.target().toFile().setWritable(false);

        assertThat(checkout.run("version")).isEqualTo(version);

        checkout.target().toFile().setWritable(true);
        assertThat(checkout.kept()).containsExactly(inTheWay);
        Files.delete(inTheWay);
        putArchive(archive, sound);
    }

    @Test
    @Order(8)
    void keepsThemAnewForAnotherJar() throws Exception {
        FileTime rebuilt = FileTime.from(Instant.parse("2026-01-01T00:00:00Z"));
        Files.setLastModifiedTime(checkout.jar(), rebuilt);

        assertThat(checkout.readToTheEnd("version")).isEqualTo(version.out());

        assertThat(isWhole()).as("nobody waits until it is made").isFalse();
        awaitTheArchive();
        assertThat(loadedBy("version"))
                .anyMatch(line ->
                        line.startsWith("io.tenderhub.cli.VersionCommand ") && line.contains("shared objects file"));
    }

    @Test
    @Order(9)
    void letsWhoeverNamesACollectorHaveIt() throws Exception {
        assertThat(checkout.runWith("-XX:+UseParallelGC -Xmx128m", "version").out())
                .isEqualTo(version.out());
    }

    /** What the jar says without the launcher. */
    private static Ran plain(String... arguments) throws Exception {
        Path out = folder.resolve("plain-out");
        Path err = folder.resolve("plain-err");
        List<String> command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-jar",
                checkout.jar().toString()));
        command.addAll(List.of(arguments));
        Process program = new ProcessBuilder(command)
                .redirectOutput(out.toFile())
                .redirectError(err.toFile())
                .start();
        return new Checkout.Running(program, out, err).ended();
    }

    /** {@code io.tenderhub.cli.RootCommand source: …} for each class. */
    private static List<String> loadedBy(String... arguments) throws Exception {
        Path log = folder.resolve("loaded.txt");
        Files.deleteIfExists(log);
        Ran ran = checkout.runWith("-Xlog:class+load:file=" + log + ":none", arguments);
        assertThat(ran.code()).as(ran.err()).isZero();
        return Files.readAllLines(log);
    }

    private static Path archive() {
        assertThat(checkout.kept()).hasSize(1);
        return checkout.kept().get(0);
    }

    private static void awaitTheArchive() throws Exception {
        Instant end = Instant.now().plus(Duration.ofMinutes(3));
        while (!isWhole() && Instant.now().isBefore(end)) {
            Thread.sleep(50);
        }
        assertThat(checkout.kept())
                .singleElement()
                .satisfies(kept -> assertThat(kept.toString()).endsWith(".jsa"));
        assertThat(isWhole()).isTrue();
    }

    /** Whole ones bear the time of the jar. */
    private static boolean isWhole() throws Exception {
        List<Path> kept = checkout.kept();
        return kept.size() == 1
                && Files.getLastModifiedTime(kept.get(0)).equals(Files.getLastModifiedTime(checkout.jar()));
    }

    /** In place of the one that is there, with the time that makes it fit the jar. */
    private static void putArchive(Path archive, byte[] content) throws Exception {
        Files.deleteIfExists(archive);
        Files.write(archive, content);
        Files.setLastModifiedTime(archive, Files.getLastModifiedTime(checkout.jar()));
    }
}
