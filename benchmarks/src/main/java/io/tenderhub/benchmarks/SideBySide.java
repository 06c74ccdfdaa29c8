package io.tenderhub.benchmarks;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * What has to be fast beside its limit and beside a straightforward program, in one table:
 * {@code benchmarks/run [--mb MEGABYTES] [--rounds N] [WHAT...]}.
 */
public final class SideBySide {
    private static final String USAGE = """
            usage: benchmarks/run [--mb MEGABYTES] [--rounds N] [WHAT...]
              --mb      how much is scored; half of it is compiled (1000)
              --rounds  of each pair, after a warm-up; the table gives medians (5)
              WHAT      scoring, compiling, loading, cached, start; all of them if none is named""";
    private static final List<String> ALL = List.of("scoring", "compiling", "loading", "cached", "start");
    private static final long MEGABYTE = 1_000_000;
    private static final int WARM_UPS = 2;
    private static final int SEED = 1;
    private static final int LOADED = 20_000;

    private final Path folder;
    private final Path checkout;
    private final int megabytes;
    private final int rounds;

    private SideBySide(Path folder, Path checkout, int megabytes, int rounds) {
        this.folder = folder;
        this.checkout = checkout;
        this.megabytes = megabytes;
        this.rounds = rounds;
    }

    public static void main(String[] arguments) throws Exception {
        List<String> what = new ArrayList<>();
        int megabytes = 1_000;
        int rounds = 5;
        for (int i = 0; i < arguments.length; i++) {
            switch (arguments[i]) {
                case "--mb" -> megabytes = number(arguments, ++i);
                case "--rounds" -> rounds = number(arguments, ++i);
                default -> what.add(arguments[i]);
            }
        }
        if (!ALL.containsAll(what)) {
            throw usage();
        }
        Path folder = Files.createTempDirectory("tenderhub-benchmarks-");
        try {
            SideBySide benchmarks =
                    new SideBySide(folder, Path.of(System.getProperty("tenderhub.checkout", ".")), megabytes, rounds);
            System.out.println(Machine.inWords());
            System.out.println();
            Race.printHead();
            for (String one : what.isEmpty() ? ALL : what) {
                benchmarks.run(one);
            }
        } finally {
            Folders.remove(folder);
        }
    }

    private void run(String what) throws Exception {
        switch (what) {
            case "scoring" -> scoring();
            case "compiling" -> compiling();
            case "loading" -> IngestAgainstCopy.run(LOADED, rounds);
            case "cached" -> CachedTenderAgainstJedisGet.run(1_000, 20_000, rounds);
            default -> start();
        }
    }

    private void scoring() throws Exception {
        Path file = folder.resolve("tenders.jsonl");
        ReleaseLines releases = WholeReleases.single(SEED);
        ReleaseFile.write(file, releases, ReleaseFile.linesIn(megabytes * MEGABYTE, releases));
        new ScoringRaces(file).run(WARM_UPS, rounds);
        Files.delete(file);
    }

    private void compiling() throws Exception {
        Path file = folder.resolve("releases.jsonl");
        long count = ReleaseFile.linesIn(megabytes * MEGABYTE / 2, WholeReleases.single(SEED));
        ReleaseFile.write(file, WholeReleases.histories(SEED, 3, count), count);
        new CompilingRaces(file, count).run(WARM_UPS, rounds);
        Files.delete(file);
    }

    private void start() throws Exception {
        Path launcher = checkout.resolve("tenderhub");
        Path few = folder.resolve("few.jsonl");
        ReleaseFile.write(few, WholeReleases.single(SEED), 10);
        String profile = checkout.resolve("docs/examples/profile.json").toString();
        Race.Way jvm = StartUp.of("a JVM that only says its version", StartUp.java(), "-version");
        new Race("tenderhub --help", "1/s", List.of(StartUp.of("here", launcher.toString(), "--help"), jvm))
                .run(WARM_UPS, rounds);
        new Race(
                        "tenderhub score of 10 tenders",
                        "1/s",
                        List.of(
                                StartUp.of(
                                        "here",
                                        launcher.toString(),
                                        "score",
                                        "--profile",
                                        profile,
                                        "--format",
                                        "csv",
                                        few.toString()),
                                jvm))
                .run(WARM_UPS, rounds);
    }

    private static int number(String[] arguments, int at) {
        if (at >= arguments.length || !arguments[at].matches("\\d{1,6}")) {
            throw usage();
        }
        return Integer.parseInt(arguments[at]);
    }

    private static IllegalArgumentException usage() {
        System.err.println(USAGE);
        System.exit(2);
        return new IllegalArgumentException(USAGE);
    }
}
