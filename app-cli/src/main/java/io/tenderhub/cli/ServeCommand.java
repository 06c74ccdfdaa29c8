package io.tenderhub.cli;

import io.tenderhub.bootstrap.HubMeaning;
import io.tenderhub.bootstrap.TenderHub;
import io.tenderhub.http.HttpService;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

@Command(
        name = "serve",
        mixinStandardHelpOptions = true,
        description = "Serves the HTTP API and does the background work, until it is ended.",
        footerHeading = "%nExamples:%n",
        footer = {"  tenderhub serve", "  curl -s 'http://localhost:8080/api/v1/tenders?text=school+sanitation'"})
final class ServeCommand implements Callable<Integer> {
    private final Terminal terminal;

    @Option(names = "--host", description = "Address to listen at (default: 127.0.0.1).")
    private @Nullable String host;

    @Option(names = "--port", description = "Port to listen at, 0 for any free one (default: 8080).")
    private @Nullable Integer port;

    @Option(names = "--no-worker", description = "Leave the background work to others.")
    private boolean noWorker;

    @Mixin
    private StoreOptions stores;

    ServeCommand(Terminal terminal) {
        this.terminal = terminal;
    }

    @Override
    public Integer call() {
        try (UntilEnded ended = new UntilEnded();
                TenderHub hub = TenderHub.start(stores.configuration(host, port).closedByCaller());
                HttpService service = HttpService.start(hub)) {
            hub.meaning().ifPresent(HubMeaning::follow);
            if (!noWorker) {
                hub.startWorker();
            }
            String address = "http://" + service.host() + ":" + service.port();
            terminal.print("serving " + address + "/api/v1/tenders");
            terminal.print("read and try it at " + address + "/docs");
            terminal.flush();
            ended.await();
        }
        return ExitCode.OK.code();
    }
}
