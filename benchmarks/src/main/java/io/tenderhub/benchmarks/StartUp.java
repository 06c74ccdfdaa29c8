package io.tenderhub.benchmarks;

import java.io.IOException;
import java.lang.ProcessBuilder.Redirect;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** How often a command could be run in a second, one after the other, its output thrown away. */
final class StartUp {
    private StartUp() {}

    static Race.Way of(String name, String... command) {
        return new Race.Way(name, () -> Race.rate(1, () -> run(List.of(command))));
    }

    private static void run(List<String> command) throws IOException, InterruptedException {
        Process process = new ProcessBuilder(new ArrayList<>(command))
                .redirectOutput(Redirect.DISCARD)
                .redirectError(Redirect.DISCARD)
                .start();
        int exit = process.waitFor();
        if (exit != 0) {
            throw new IOException(command + " ended with " + exit);
        }
    }

    /** This JVM's program. */
    static String java() {
        return ProcessHandle.current()
                .info()
                .command()
                .orElse(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    }
}
