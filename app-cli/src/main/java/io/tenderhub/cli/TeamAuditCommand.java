package io.tenderhub.cli;

import io.tenderhub.audit.AuditEntry;
import io.tenderhub.audit.AuditPage;
import io.tenderhub.bootstrap.TenderHub;
import io.tenderhub.json.AuditJson;
import io.tenderhub.json.JsonText;
import io.tenderhub.team.Actor;
import io.tenderhub.team.TeamId;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

@Command(
        name = "audit",
        mixinStandardHelpOptions = true,
        description = "Shows who did what in a team, newest first; also of a team that is gone.",
        footerHeading = "%nExamples:%n",
        footer = {"  tenderhub team audit acme-builders", "  tenderhub team audit acme-builders --format jsonl"})
final class TeamAuditCommand implements Callable<Integer> {
    private final Terminal terminal;

    @Parameters(paramLabel = "TEAM", description = "The team.")
    private String id = "";

    @Option(names = "--from", paramLabel = "ENTRY", description = "For the next page, as the page before said.")
    private @Nullable String from;

    @Option(names = "--limit", paramLabel = "N", description = "At most, 1 to 200 (default: 50).")
    private int limit = 50;

    @Option(names = "--format", paramLabel = "FORMAT", description = "table or jsonl (default: table).")
    private ListFormat format = ListFormat.TABLE;

    @Mixin
    private StoreOptions stores;

    TeamAuditCommand(Terminal terminal) {
        this.terminal = terminal;
    }

    @Override
    public Integer call() {
        TeamId team = TeamCommand.team(id);
        try (TenderHub hub = TeamCommand.open(stores)) {
            AuditPage page = hub.auditTrail().latest(Actor.operator(team), Optional.ofNullable(from), limit);
            if (format == ListFormat.JSONL) {
                page.entries().forEach(entry -> terminal.print(JsonText.line(json -> AuditJson.write(json, entry))));
            } else {
                TextTable table = new TextTable("AT", "WHO", "DID", "TO", "BEFORE", "AFTER");
                page.entries().forEach(entry -> row(table, entry));
                table.lines().forEach(terminal::print);
            }
            page.next().ifPresent(next -> terminal.say("more: --from " + next));
        }
        return ExitCode.OK.code();
    }

    private static void row(TextTable table, AuditEntry entry) {
        table.row(
                entry.at().toString(),
                entry.actor(),
                entry.action(),
                TextTable.cut(entry.subject(), 40),
                shown(entry.before()),
                shown(entry.after()));
    }

    private static String shown(Map<String, String> fields) {
        return TextTable.cut(
                new TreeMap<>(fields)
                        .entrySet().stream()
                                .map(field -> field.getKey() + "=" + field.getValue())
                                .collect(Collectors.joining(" ")),
                60);
    }
}
