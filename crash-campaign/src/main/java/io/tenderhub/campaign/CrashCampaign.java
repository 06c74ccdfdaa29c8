package io.tenderhub.campaign;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/** The campaign as a command: {@code crash-campaign/run [--changes N] [--seconds S] [--seed X] [--workers N]}. */
public final class CrashCampaign {
    private static final int DIFFERENT = 1;
    private static final int USAGE = 2;

    private CrashCampaign() {}

    public static void main(String[] arguments) throws Exception {
        Plan plan;
        try {
            plan = Plan.of(arguments, System.nanoTime());
        } catch (IllegalArgumentException e) {
            System.err.println(e.getMessage());
            System.err.println(Plan.USAGE);
            System.exit(USAGE);
            return;
        }
        System.err.printf(
                "seed %d: %,d changes in %,d seconds, then the look at what is there%n",
                plan.seed(), plan.changes(), plan.span().toSeconds());
        Path folder = Files.createTempDirectory("crash-campaign-");
        Report report;
        try (Grounds grounds = Grounds.open(folder, plan.lease())) {
            report = new Campaign(plan, grounds, WorkerProgram.ofJar(grounds)).run();
        }
        System.out.print(report);
        if (report.clean()) {
            remove(folder);
        } else {
            System.err.println("the stores and what the workers said are kept in " + folder);
            System.exit(DIFFERENT);
        }
    }

    private static void remove(Path folder) throws IOException {
        List<Path> deepestFirst;
        try (Stream<Path> tree = Files.walk(folder)) {
            deepestFirst = tree.sorted(Comparator.reverseOrder()).toList();
        }
        for (Path path : deepestFirst) {
            try {
                Files.deleteIfExists(path);
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    }
}
