package io.tenderhub.benchmarks;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.function.BiPredicate;

/**
 * Writes a file of tenders of any size:
 * {@code java -cp benchmarks.jar io.tenderhub.benchmarks.GenerateTenders FILE HOW_MANY|MEGABYTESmb [SEED [REAL]]}. Memory does not grow
 * with it.
 */
public final class GenerateTenders {
    private static final String USAGE = """
            usage: GenerateTenders FILE HOW_MANY [SEED [REAL]]
              FILE      what is written: OCDS releases, one a line
              HOW_MANY  tenders, such as 1000000; or megabytes, such as 1000mb
              SEED      a number, 1 if none is given; the same seed, the same bytes
              REAL      real tenders to multiply with varied texts, a file or folder of anything that "ingest" reads;
                        without it they are made of a few built-in phrases""";

    private GenerateTenders() {}

    public static void main(String[] arguments) throws IOException {
        if (arguments.length < 2 || arguments.length > 4 || !arguments[1].matches("\\d{1,12}(mb)?")) {
            System.err.println(USAGE);
            System.exit(2);
        }
        long seed = arguments.length > 2 ? Long.parseLong(arguments[2]) : 1;
        ReleaseLines tenders = arguments.length > 3
                ? new MultipliedTenders(RealTenders.read(Path.of(arguments[3])), seed)
                : new TenderLines(seed);
        long amount = Long.parseLong(arguments[1].replace("mb", ""));
        long lines = arguments[1].endsWith("mb")
                ? write(Path.of(arguments[0]), tenders, (written, bytes) -> bytes < amount * 1_000_000)
                : write(Path.of(arguments[0]), tenders, (written, bytes) -> written < amount);
        System.err.printf("%,d tenders, seed %d%n", lines, seed);
    }

    /** @param goOn asked with how many lines and bytes are written */
    private static long write(Path file, ReleaseLines tenders, BiPredicate<Long, Long> goOn) throws IOException {
        long bytes = 0;
        long lines = 0;
        try (OutputStream out = new BufferedOutputStream(Files.newOutputStream(file), 1 << 16)) {
            while (goOn.test(lines, bytes)) {
                byte[] line = (tenders.line(lines++) + "\n").getBytes(StandardCharsets.UTF_8);
                out.write(line);
                bytes += line.length;
            }
        }
        return lines;
    }
}
