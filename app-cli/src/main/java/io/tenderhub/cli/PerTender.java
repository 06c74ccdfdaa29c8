package io.tenderhub.cli;

import io.tenderhub.bootstrap.Workbench;
import io.tenderhub.ingestion.FeedTotals;
import io.tenderhub.tender.Tender;
import java.nio.file.Path;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** What commands that print something for each tender have in common: inputs, rejects, all cores, input order. */
final class PerTender {
    private final Terminal terminal;

    @Option(
            names = "--rejects",
            paramLabel = "FILE",
            description = "Write what could not be read there, as JSON Lines.")
    private @Nullable Path rejectsFile;

    @Mixin
    private InputArguments inputs = new InputArguments();

    PerTender(Terminal terminal) {
        this.terminal = terminal;
    }

    /** Prints what the function makes of each tender. */
    ExitCode print(Workbench workbench, String verb, Function<Tender, String> text) {
        try (Rejects rejects = inputs.rejects(terminal);
                Progress progress = Progress.of(terminal, verb)) {
            FeedTotals totals = workbench
                    .tenders()
                    .mapInOrder(
                            inputs.inputs(terminal),
                            text,
                            line -> {
                                progress.step();
                                terminal.print(line);
                            },
                            rejects);
            terminal.flush();
            progress.summary(totals.tenders(), totals.rejected());
            return rejects.exitCode(totals.tenders());
        }
    }
}
