package io.tenderhub.cli;

import io.tenderhub.bootstrap.TenderHub;
import io.tenderhub.consistency.Rebuild;
import io.tenderhub.consistency.RebuildResult;
import java.util.Locale;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

@Command(
        name = "rebuild",
        mixinStandardHelpOptions = true,
        description = {
            "Makes what is derived from tenders anew from PostgreSQL: summaries and the scores of every team; removes what",
            "fits nothing and ends cached answers. May run beside workers, and be killed: the next call goes on from there.",
            "Reports are made anew by tenderhub jobs run analytics."
        },
        footerHeading = "%nExamples:%n",
        footer = {"  tenderhub rebuild", "  tenderhub rebuild --restart"})
final class RebuildCommand implements Callable<Integer> {
    /** Few enough that each bulk write of a page ends well within its time on a small server. */
    private static final int PAGE = 250;

    private final Terminal terminal;

    @Option(names = "--restart", description = "Begin anew, also where an earlier rebuild was ended.")
    private boolean restart;

    @Mixin
    private StoreOptions stores;

    RebuildCommand(Terminal terminal) {
        this.terminal = terminal;
    }

    @Override
    public Integer call() {
        RebuildResult result;
        try (TenderHub hub = TenderHub.start(stores.configuration().forOneCommand());
                RebuildProgress progress = new RebuildProgress(terminal)) {
            StoresUp.require(hub, "postgres", "mongo", "redis");
            Rebuild rebuild = hub.rebuild();
            if (!restart && rebuild.isUnfinished()) {
                terminal.say("going on where an earlier rebuild was ended");
            }
            result = rebuild.run(restart, PAGE, progress::at);
        }
        terminal.print(line(result));
        return ExitCode.OK.code();
    }

    static String line(RebuildResult result) {
        return String.format(
                Locale.ROOT,
                "%,d tenders made anew, %,d documents deleted, %,d tenders left to the workers",
                result.tenders(),
                result.documentsDeleted(),
                result.leftToWorkers());
    }
}
