package io.tenderhub.cli;

import io.tenderhub.bootstrap.TenderHub;
import io.tenderhub.failure.NotFoundException;
import io.tenderhub.history.FieldChange;
import io.tenderhub.history.Revision;
import io.tenderhub.json.HistoryJson;
import io.tenderhub.json.JsonText;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

@Command(
        name = "history",
        mixinStandardHelpOptions = true,
        description = "Shows what changed in a stored tender, field by field, latest version first.",
        footerHeading = "%nExamples:%n",
        footer = {"  tenderhub history ocds-9t57fa-165050", "  tenderhub history --format json ocds-9t57fa-165050"})
final class HistoryCommand implements Callable<Integer> {
    private static final int WIDTH = 100;
    private final Terminal terminal;

    @Parameters(paramLabel = "OCID", description = "The tender.")
    private String ocid = "";

    @Option(names = "--limit", paramLabel = "N", description = "How many versions at most, 1 to 100 (default: 20).")
    private int limit = 20;

    @Option(names = "--below", paramLabel = "VERSION", description = "Only versions below this one.")
    private @Nullable Long below;

    @Option(names = "--format", paramLabel = "FORMAT", description = "text or json (default: text).")
    private TextOrJson format = TextOrJson.TEXT;

    @Mixin
    private StoreOptions stores;

    HistoryCommand(Terminal terminal) {
        this.terminal = terminal;
    }

    @Override
    public Integer call() {
        try (TenderHub hub = TenderHub.start(stores.configuration().forOneCommand())) {
            List<Revision> revisions = hub.history()
                    .find(ocid, Optional.ofNullable(below), limit)
                    .orElseThrow(() -> new NotFoundException("tender", ocid));
            if (format == TextOrJson.JSON) {
                terminal.print(JsonText.pretty(json -> HistoryJson.write(json, ocid, revisions)));
            } else {
                revisions.forEach(this::print);
            }
        }
        return ExitCode.OK.code();
    }

    private void print(Revision revision) {
        terminal.print("version " + revision.version() + ", released " + revision.releaseDate() + ", stored "
                + revision.storedAt() + (revision.earliest() ? ", the earliest known" : ""));
        for (FieldChange change : revision.changes()) {
            terminal.print("  " + cut(change.path()));
            change.before().ifPresent(before -> terminal.print("    - " + cut(before)));
            change.after().ifPresent(after -> terminal.print("    + " + cut(after)));
        }
    }

    private static String cut(String text) {
        return TextTable.cut(TextTable.harmless(text), WIDTH);
    }
}
