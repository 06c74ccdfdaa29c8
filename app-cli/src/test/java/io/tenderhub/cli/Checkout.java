package io.tenderhub.cli;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;

/** A checkout that has been built: the launcher, the jar, and one source that is older. */
final class Checkout {
    private static final FileTime LONG_AGO = FileTime.from(Instant.parse("2020-01-01T00:00:00Z"));

    private final Path home;
    private final AtomicInteger runs = new AtomicInteger();

    private Checkout(Path home) {
        this.home = home;
    }

    /** @param launcher the script at the root of the real checkout, tried with the jar that is handed out */
    static Checkout of(Path home, Path launcher) throws IOException {
        Files.createDirectories(home.resolve("app-cli/target"));
        Files.createDirectories(home.resolve("app-cli/src/main"));
        for (String source : List.of("pom.xml", "app-cli/pom.xml", "app-cli/src/main/Old.java")) {
            Files.setLastModifiedTime(Files.writeString(home.resolve(source), ""), LONG_AGO);
        }
        Files.copy(launcher, home.resolve("tenderhub"), StandardCopyOption.COPY_ATTRIBUTES);
        Checkout checkout = new Checkout(home);
        // A link of the same file system would do, and a copy costs little more.
        Files.copy(Path.of(System.getProperty("tenderhub.jar")), checkout.jar());
        return checkout;
    }

    Path jar() {
        return target().resolve("tenderhub.jar");
    }

    Path target() {
        return home.resolve("app-cli/target");
    }

    /** What the launcher keeps for quick starts, whole or being made. */
    List<Path> kept() {
        try (Stream<Path> files = Files.list(target())) {
            return files.filter(file -> file.getFileName().toString().startsWith("start-up-"))
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    Ran run(String... arguments) throws Exception {
        return runWith("", arguments);
    }

    /** @param javaOptions for the virtual machine, divided by blanks */
    Ran runWith(String javaOptions, String... arguments) throws Exception {
        return start(javaOptions, arguments).ended();
    }

    Running start(String javaOptions, String... arguments) throws IOException {
        int number = runs.incrementAndGet();
        Path out = home.resolve("out-" + number);
        Path err = home.resolve("err-" + number);
        Process program = program(javaOptions, arguments)
                .redirectOutput(out.toFile())
                .redirectError(err.toFile())
                .start();
        return new Running(program, out, err);
    }

    /** What it prints into a pipe until nobody has the other end of it any more. */
    String readToTheEnd(String... arguments) throws IOException {
        Process program = program("", arguments).redirectErrorStream(true).start();
        return new String(program.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    }

    private ProcessBuilder program(String javaOptions, String... arguments) {
        List<String> command = new ArrayList<>(List.of(home.resolve("tenderhub").toString()));
        command.addAll(List.of(arguments));
        ProcessBuilder program = new ProcessBuilder(command);
        program.environment().put("JAVA_HOME", System.getProperty("java.home"));
        program.environment().put("TENDERHUB_JAVA_OPTIONS", javaOptions);
        return program;
    }

    /** A run that has not ended yet. */
    record Running(Process process, Path out, Path err) {
        Ran ended() throws Exception {
            if (!process.waitFor(3, TimeUnit.MINUTES)) {
                process.destroyForcibly();
                throw new AssertionError("does not end: " + Files.readString(err));
            }
            return new Ran(
                    process.exitValue(),
                    Files.readString(out, StandardCharsets.UTF_8),
                    Files.readString(err, StandardCharsets.UTF_8));
        }
    }
}
