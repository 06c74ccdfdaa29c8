package io.tenderhub.cli;

import io.tenderhub.bootstrap.HubConfiguration;
import io.tenderhub.bootstrap.StoreHealth;
import io.tenderhub.bootstrap.TenderHub;
import io.tenderhub.event.DrainResult;
import io.tenderhub.failure.UnavailableException;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

@Command(
        name = "worker",
        mixinStandardHelpOptions = true,
        description = {
            "Does the background work: summaries, scores, caches. Any number may run side by side and may be killed",
            "at any moment: what one leaves undone another one takes up when its lease runs out."
        },
        footerHeading = "%nExamples:%n",
        footer = {"  tenderhub worker --once", "  tenderhub worker --postgres-url jdbc:postgresql://db/hub …"})
final class WorkerCommand implements Callable<Integer> {
    private final Terminal terminal;

    @Option(names = "--once", description = "End when nothing is due any more.")
    private boolean once;

    @Mixin
    private StoreOptions stores;

    WorkerCommand(Terminal terminal) {
        this.terminal = terminal;
    }

    @Override
    public Integer call() {
        try (UntilEnded ended = new UntilEnded();
                TenderHub hub = TenderHub.start(configuration().closedByCaller())) {
            List<StoreHealth> away =
                    hub.health().stream().filter(store -> !store.up()).toList();
            if (once) {
                if (!away.isEmpty()) {
                    throw new UnavailableException(
                            address(away.get(0)), "it does not answer, and the worker needs it", null);
                }
                ended.then(hub.relay()::stop);
                terminal.print(line(hub.relay().drain()));
            } else {
                away.forEach(store -> terminal.say(address(store) + " does not answer: events that need it wait"));
                hub.startWorker();
                terminal.say("working; end with Ctrl-C");
                ended.await();
            }
        }
        return ExitCode.OK.code();
    }

    private HubConfiguration configuration() {
        HubConfiguration given = stores.configuration();
        return once ? given.forOneCommand() : given;
    }

    private static String address(StoreHealth store) {
        return store.name() + " at " + store.address();
    }

    static String line(DrainResult result) {
        return String.format(
                Locale.ROOT,
                "%,d events done, %,d to be tried again, %,d parked",
                result.completed(),
                result.retried() + result.postponed(),
                result.parked());
    }
}
