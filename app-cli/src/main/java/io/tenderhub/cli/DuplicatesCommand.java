package io.tenderhub.cli;

import io.tenderhub.bootstrap.TenderHub;
import io.tenderhub.duplicate.Duplicate;
import io.tenderhub.failure.NotFoundException;
import io.tenderhub.json.DuplicatesJson;
import io.tenderhub.json.JsonText;
import io.tenderhub.tender.Tender;
import io.tenderhub.tender.TenderStatus;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

@Command(
        name = "duplicates",
        mixinStandardHelpOptions = true,
        description = "Lists the tenders of the same buyer that say nearly the same, as when one is advertised again.",
        footerHeading = "%nExamples:%n",
        footer = "  tenderhub duplicates ocds-9t57fa-165050")
final class DuplicatesCommand implements Callable<Integer> {
    private static final int WIDTH = 60;
    private final Terminal terminal;

    @Parameters(paramLabel = "OCID", description = "The tender.")
    private String ocid = "";

    @Option(names = "--format", paramLabel = "FORMAT", description = "text or json (default: text).")
    private TextOrJson format = TextOrJson.TEXT;

    @Mixin
    private StoreOptions stores;

    DuplicatesCommand(Terminal terminal) {
        this.terminal = terminal;
    }

    @Override
    public Integer call() {
        try (TenderHub hub = TenderHub.start(stores.configuration().forOneCommand())) {
            List<Duplicate> duplicates =
                    hub.duplicates().of(ocid).orElseThrow(() -> new NotFoundException("tender", ocid));
            if (format == TextOrJson.JSON) {
                terminal.print(JsonText.pretty(json -> DuplicatesJson.write(json, ocid, duplicates)));
            } else if (duplicates.isEmpty()) {
                terminal.say("No other tender of this buyer says nearly the same.");
            } else {
                print(duplicates);
            }
        }
        return ExitCode.OK.code();
    }

    private void print(List<Duplicate> duplicates) {
        TextTable table = new TextTable("ocid", "published", "closes", "status", "alike", "heading");
        for (Duplicate duplicate : duplicates) {
            Tender tender = duplicate.stored().tender();
            table.row(
                    tender.ocid(),
                    tender.releaseDate().toString(),
                    tender.closesAt().map(Instant::toString).orElse("-"),
                    tender.status().map(TenderStatus::code).orElse("-"),
                    String.format(Locale.ROOT, "%.0f %%", 100 * duplicate.likeness()),
                    TextTable.cut(tender.heading(), WIDTH));
        }
        table.lines().forEach(terminal::print);
    }
}
