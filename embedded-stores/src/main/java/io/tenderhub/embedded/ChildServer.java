package io.tenderhub.embedded;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;
import java.util.stream.Stream;

/** A server that runs as a child of this program, in its own folder, with its talk in a file there. */
final class ChildServer {
    private static final Duration PATIENCE = Duration.ofSeconds(60);
    private static final Duration STOP_PATIENCE = Duration.ofSeconds(15);
    private static final Duration BETWEEN_LOOKS = Duration.ofMillis(20);

    private final String name;
    private final Path worksIn;
    private final Guard guard;

    ChildServer(String name, Path worksIn, Guard guard) {
        this.name = name;
        this.worksIn = worksIn;
        this.guard = guard;
    }

    Process start(Path executable, List<String> first, List<String> then, BooleanSupplier answers) throws IOException {
        List<String> command = new ArrayList<>(aside());
        command.add(executable.toString());
        command.addAll(first);
        command.addAll(then);
        Path log = worksIn.resolve(name + ".log");
        Process process = new ProcessBuilder(command)
                .directory(worksIn.toFile())
                .redirectErrorStream(true)
                .redirectOutput(log.toFile())
                .start();
        boolean ready = false;
        try {
            guard.watch(process.pid());
            process.getOutputStream().close();
            long end = System.nanoTime() + PATIENCE.toNanos();
            while (!process.waitFor(BETWEEN_LOOKS.toMillis(), TimeUnit.MILLISECONDS) && System.nanoTime() < end) {
                // The last look at the process: another server may be what answers on this port.
                if (answers.getAsBoolean() && process.isAlive()) {
                    ready = true;
                    return process;
                }
            }
            throw new IOException("it does not start: " + lastLine(log));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IOException("interrupted while it starts", e);
        } finally {
            if (!ready) {
                process.destroyForcibly();
            }
        }
    }

    /**
     * Out of the reach of a Ctrl-C, which a terminal sends to the program and its children alike: this program ends the server when
     * it has done with it. Where there is no {@code setsid}, a child hears it.
     */
    private static List<String> aside() {
        return Stream.of("/usr/bin/setsid", "/bin/setsid")
                .filter(command -> Files.isExecutable(Path.of(command)))
                .limit(1)
                .toList();
    }

    static void stop(Process process) throws IOException {
        process.destroy();
        try {
            if (!process.waitFor(STOP_PATIENCE.toSeconds(), TimeUnit.SECONDS)) {
                process.destroyForcibly().waitFor();
            }
        } catch (InterruptedException e) {
            process.destroyForcibly();
            Thread.currentThread().interrupt();
        }
    }

    private static String lastLine(Path log) throws IOException {
        return Files.readString(log, StandardCharsets.ISO_8859_1)
                .lines()
                .filter(line -> !line.isBlank())
                .reduce((before, last) -> last)
                .orElse("it said nothing");
    }
}
