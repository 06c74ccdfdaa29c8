package io.tenderhub.cli;

import io.tenderhub.bootstrap.Workbench;
import io.tenderhub.ingestion.FeedTotals;
import io.tenderhub.tender.Tender;
import java.util.function.Function;
import picocli.CommandLine.Mixin;

/** What commands that print something for each tender have in common: inputs, rejects, all cores, input order. */
final class PerTender {
    private final Terminal terminal;

    @Mixin
    private InputArguments inputs = new InputArguments();

    PerTender(Terminal terminal) {
        this.terminal = terminal;
    }

    InputArguments inputs() {
        return inputs;
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
