package io.tenderhub.cli;

import io.tenderhub.bootstrap.TenderHub;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

@Command(
        name = "migrate",
        mixinStandardHelpOptions = true,
        description = "Brings the schema of PostgreSQL and the indexes of MongoDB to this program's version.",
        footerHeading = "%nExample:%n",
        footer =
                "  tenderhub migrate --postgres-url jdbc:postgresql://db/hub --mongo-url mongodb://db --redis-url redis://db:6379")
final class MigrateCommand implements Callable<Integer> {
    private final Terminal terminal;

    @Mixin
    private StoreOptions stores;

    MigrateCommand(Terminal terminal) {
        this.terminal = terminal;
    }

    @Override
    public Integer call() {
        TenderHub.migrate(stores.configuration());
        terminal.print("schema and indexes are up to date");
        return ExitCode.OK.code();
    }
}
