package io.tenderhub.benchmarks;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.LongStream;

/** Writes releases to files, one a line, on all cores; a line depends on its number alone, so the bytes are always the same. */
final class ReleaseFile {
    private static final int LINES_AT_ONCE = 2_000;
    private static final int BUFFER = 1 << 18;

    private ReleaseFile() {}

    static void write(Path file, ReleaseLines releases, long count) throws IOException {
        try (OutputStream out = new BufferedOutputStream(Files.newOutputStream(file), BUFFER)) {
            for (long from = 0; from < count; from += LINES_AT_ONCE) {
                for (byte[] line : lines(releases, from, Math.min(count, from + LINES_AT_ONCE))) {
                    out.write(line);
                }
            }
        }
    }

    /** How many lines are about so many bytes, judged by the first ones. */
    static long linesIn(long bytes, ReleaseLines releases) {
        long sample = lines(releases, 0, LINES_AT_ONCE).stream()
                .mapToLong(line -> line.length)
                .sum();
        return Math.max(1, bytes * LINES_AT_ONCE / sample);
    }

    private static List<byte[]> lines(ReleaseLines releases, long from, long to) {
        return LongStream.range(from, to)
                .parallel()
                .mapToObj(n -> (releases.line(n) + "\n").getBytes(StandardCharsets.UTF_8))
                .toList();
    }
}
