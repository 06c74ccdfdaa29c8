package io.tenderhub.benchmarks;

import java.io.IOException;
import java.nio.file.Path;

/**
 * Writes a file of tenders of any size:
 * {@code java -cp benchmarks.jar io.tenderhub.benchmarks.GenerateTenders FILE HOW_MANY|MEGABYTESmb [SEED [REAL|RELEASES]]}. Memory does
 * not grow with it.
 */
public final class GenerateTenders {
    private static final String USAGE = """
            usage: GenerateTenders FILE HOW_MANY [SEED [REAL|RELEASES]]
              FILE      what is written: OCDS releases, one a line
              HOW_MANY  releases, such as 1000000; or megabytes, such as 1000mb
              SEED      a number, 1 if none is given; the same arguments, the same bytes
              REAL      real tenders to multiply with varied texts, a file or folder of anything that "ingest" reads;
                        without it whole releases are made from the South African ones that come with the benchmarks
              RELEASES  a number: so many releases tell of one ocid, scattered over the file""";

    private GenerateTenders() {}

    public static void main(String[] arguments) throws IOException {
        if (arguments.length < 2 || arguments.length > 4 || !arguments[1].matches("\\d{1,12}(mb)?")) {
            System.err.println(USAGE);
            System.exit(2);
        }
        long seed = arguments.length > 2 ? Long.parseLong(arguments[2]) : 1;
        String like = arguments.length > 3 ? arguments[3] : "1";
        boolean multiple = like.matches("\\d{1,3}");
        ReleaseLines releases =
                multiple ? WholeReleases.single(seed) : new MultipliedTenders(RealTenders.read(Path.of(like)), seed);
        long amount = Long.parseLong(arguments[1].replace("mb", ""));
        long count = arguments[1].endsWith("mb") ? ReleaseFile.linesIn(amount * 1_000_000, releases) : amount;
        if (multiple && !like.equals("1")) {
            releases = WholeReleases.histories(seed, Integer.parseInt(like), count);
        }
        ReleaseFile.write(Path.of(arguments[0]), releases, count);
        System.err.printf("%,d releases, seed %d%n", count, seed);
    }
}
