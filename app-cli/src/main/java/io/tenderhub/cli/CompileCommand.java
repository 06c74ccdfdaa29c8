package io.tenderhub.cli;

import io.tenderhub.bootstrap.Workbench;
import io.tenderhub.ingestion.FeedTotals;
import io.tenderhub.ingestion.Reject;
import io.tenderhub.ingestion.ReleaseCompiler;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

@Command(
        name = "compile",
        mixinStandardHelpOptions = true,
        description = {
            "Merges the releases of each ocid by the OCDS 1.1 rules and writes the compiled releases as JSON Lines,",
            "ordered by ocid. The input may be of any size and order."
        },
        footerHeading = "%nExample:%n",
        footer = "  tenderhub compile releases/ | tenderhub score --profile company.json -")
final class CompileCommand implements Callable<Integer> {
    private final Terminal terminal;

    @Mixin
    private InputArguments inputs = new InputArguments();

    CompileCommand(Terminal terminal) {
        this.terminal = terminal;
    }

    @Override
    public Integer call() {
        try (Rejects rejects = inputs.rejects(terminal);
                Progress progress = Progress.of(terminal, "compiled")) {
            FeedTotals totals = new Workbench()
                    .compiler()
                    .compile(inputs.inputs(terminal), new ReleaseCompiler.CompiledSink() {
                        @Override
                        public void compiledRelease(String ocid, byte[] json) {
                            progress.step();
                            terminal.print(json);
                        }

                        @Override
                        public void reject(Reject reject) {
                            rejects.accept(reject);
                        }
                    });
            terminal.flush();
            progress.summary(totals.tenders(), totals.rejected());
            return rejects.exitCode(totals.tenders()).code();
        }
    }
}
