package io.tenderhub.cli;

import io.tenderhub.bootstrap.TenderHub;
import io.tenderhub.failure.NotFoundException;
import io.tenderhub.schedule.JobStatus;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

@Command(
        name = "jobs",
        mixinStandardHelpOptions = true,
        description = {
            "Shows what is done at set times, once in the cluster, and how it went; or does a job now.",
            "Workers do the jobs when they are due; times are UTC."
        },
        footerHeading = "%nExamples:%n",
        footer = {"  tenderhub jobs", "  tenderhub jobs run analytics"})
final class JobsCommand implements Runnable {
    private final Terminal terminal;

    @Mixin
    private StoreOptions stores;

    JobsCommand(Terminal terminal) {
        this.terminal = terminal;
    }

    @Override
    public void run() {
        TextTable table = new TextTable("NAME", "DESCRIPTION", "NEXT", "LAST SUCCESS", "LAST FAILURE");
        try (TenderHub hub = TenderHub.start(stores.configuration().forOneCommand())) {
            for (JobStatus job : hub.jobs().jobs()) {
                table.row(
                        job.name(),
                        job.description(),
                        job.running() ? "running" : time(job.next()),
                        time(job.lastSuccess()),
                        failure(job));
            }
        }
        table.lines().forEach(terminal::print);
    }

    @Command(
            name = "run",
            mixinStandardHelpOptions = true,
            description = "Does a job here and now, and says what was done.")
    int run(@Parameters(paramLabel = "NAME", description = "The job.") String name, @Mixin StoreOptions given) {
        try (TenderHub hub = TenderHub.start(given.configuration().forOneCommand())) {
            long begin = System.nanoTime();
            String done;
            try {
                done = hub.jobs().runNow(name);
            } catch (NotFoundException e) {
                terminal.say("jobs: "
                        + hub.jobs().jobs().stream().map(JobStatus::name).collect(Collectors.joining(", ")));
                throw e;
            }
            Duration took = Duration.ofNanos(System.nanoTime() - begin);
            terminal.print(String.format(Locale.ROOT, "%s: %s in %.1f s", name, done, took.toMillis() / 1000.0));
        }
        return ExitCode.OK.code();
    }

    private static String time(Optional<Instant> time) {
        return time.map(instant -> instant.truncatedTo(ChronoUnit.SECONDS).toString())
                .orElse("-");
    }

    private static String failure(JobStatus job) {
        String row = job.consecutiveFailures() > 1 ? " (" + job.consecutiveFailures() + " in a row)" : "";
        return time(job.lastFailure()) + row;
    }
}
