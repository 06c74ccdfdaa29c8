package io.tenderhub.benchmarks;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;

/** Writes a file of tenders of any size: {@code java -cp benchmarks.jar io.tenderhub.benchmarks.GenerateTenders FILE MEGABYTES [SEED]}. */
public final class GenerateTenders {
    private GenerateTenders() {}

    public static void main(String[] arguments) throws IOException {
        if (arguments.length < 2) {
            System.err.println("usage: GenerateTenders FILE MEGABYTES [SEED]");
            System.exit(2);
        }
        long bytes = Long.parseLong(arguments[1]) * 1_000_000;
        long seed = arguments.length > 2 ? Long.parseLong(arguments[2]) : 1;
        long lines = write(Path.of(arguments[0]), bytes, seed);
        System.err.printf("%,d tenders, seed %d%n", lines, seed);
    }

    private static long write(Path file, long bytes, long seed) throws IOException {
        TenderLines tenders = new TenderLines(seed);
        long written = 0;
        long lines = 0;
        try (OutputStream out = new BufferedOutputStream(Files.newOutputStream(file), 1 << 16)) {
            while (written < bytes) {
                byte[] line = (tenders.line(100_000 + lines++) + "\n").getBytes(StandardCharsets.UTF_8);
                out.write(line);
                written += line.length;
            }
        }
        return lines;
    }
}
