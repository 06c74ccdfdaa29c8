package io.tenderhub.cli;

import io.tenderhub.bootstrap.TenderHub;
import io.tenderhub.ingestion.IngestionResult;
import java.util.Locale;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

@Command(
        name = "ingest",
        mixinStandardHelpOptions = true,
        description = {
            "Stores tenders. The same data again changes nothing, an older release never replaces a newer one,",
            "and what can't be read is rejected and counted while the rest goes on."
        },
        footerHeading = "%nExamples:%n",
        footer = {
            "  tenderhub ingest advertised.csv",
            "  tenderhub ingest --rejects rejects.jsonl releases/",
            "  tenderhub ingest --postgres-url jdbc:postgresql://db/hub --mongo-url mongodb://db --redis-url redis://db:6379 -"
        })
final class IngestCommand implements Callable<Integer> {
    private final Terminal terminal;

    @Mixin
    private StoreOptions stores;

    @Mixin
    private InputArguments inputs = new InputArguments();

    IngestCommand(Terminal terminal) {
        this.terminal = terminal;
    }

    @Override
    public Integer call() {
        try (Rejects rejects = inputs.rejects(terminal);
                TenderHub hub = TenderHub.start(stores.configuration().forOneCommand())) {
            IngestionResult result = hub.ingestion().ingest(inputs.inputs(terminal), rejects);
            terminal.print(line(result));
            return rejects.exitCode(result.tenders()).code();
        }
    }

    /** {@code 3,018 records: 3,018 created, 0 updated, 0 unchanged, 0 older, 0 rejected}. */
    static String line(IngestionResult result) {
        return String.format(
                Locale.ROOT,
                "%,d records, %,d tenders: %,d created, %,d updated, %,d unchanged, %,d older, %,d rejected",
                result.records(),
                result.tenders(),
                result.created(),
                result.updated(),
                result.unchanged(),
                result.older(),
                result.rejected());
    }
}
