package io.tenderhub.cli;

import io.tenderhub.bootstrap.HubMeaning;
import io.tenderhub.bootstrap.MeaningState;
import io.tenderhub.bootstrap.TenderHub;
import io.tenderhub.failure.InvalidInputException;
import io.tenderhub.semantic.Followed;
import java.util.Locale;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

@Command(
        name = "semantic",
        mixinStandardHelpOptions = true,
        description = {
            "Shows how the index stands by which this node finds what tenders mean; or makes it anew.",
            "A node that serves keeps its index up to date by itself."
        },
        footerHeading = "%nExamples:%n",
        footer = {"  tenderhub semantic", "  tenderhub semantic rebuild"})
final class SemanticCommand implements Runnable {
    private final Terminal terminal;

    @Mixin
    private StoreOptions stores;

    SemanticCommand(Terminal terminal) {
        this.terminal = terminal;
    }

    @Override
    public void run() {
        try (TenderHub hub = TenderHub.start(stores.configuration().forOneCommand())) {
            MeaningState state = meaning(hub).state();
            terminal.print("model     " + state.model());
            terminal.print(String.format(
                    Locale.ROOT,
                    "tenders   %,d of %,d",
                    state.tenders(),
                    hub.catalog().count()));
            terminal.print("complete  " + (state.progress().isComplete() ? "yes" : "no"));
            terminal.print(
                    "up to     " + state.progress().upTo().map(Object::toString).orElse("-"));
        }
    }

    @Command(
            name = "rebuild",
            mixinStandardHelpOptions = true,
            description = {
                "Makes the index of this node anew from PostgreSQL. Not while a node serves from the same folder.",
                "May be killed: the next one who needs the index goes on from there."
            })
    int rebuild(@Mixin StoreOptions given) {
        try (TenderHub hub = TenderHub.start(given.configuration().forOneCommand());
                MeaningProgress progress = new MeaningProgress(terminal)) {
            Followed followed = meaning(hub).rebuild(progress::at);
            terminal.print(String.format(Locale.ROOT, "%,d tenders indexed", followed.put()));
        }
        return ExitCode.OK.code();
    }

    private static HubMeaning meaning(TenderHub hub) {
        return hub.meaning()
                .orElseThrow(() -> new InvalidInputException(
                        "configuration", "semantic.enabled", "search by meaning is switched off here"));
    }
}
