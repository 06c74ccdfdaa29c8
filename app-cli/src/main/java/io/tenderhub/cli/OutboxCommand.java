package io.tenderhub.cli;

import io.tenderhub.bootstrap.TenderHub;
import io.tenderhub.event.OutboxAdministration;
import io.tenderhub.event.OutboxDepth;
import io.tenderhub.event.OutboxEntry;
import io.tenderhub.event.OutboxEntry.State;
import io.tenderhub.failure.NotFoundException;
import io.tenderhub.json.JsonText;
import io.tenderhub.json.OutboxJson;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

@Command(
        name = "outbox",
        mixinStandardHelpOptions = true,
        description = {
            "Shows the events that wait for the background work, and makes those due again that were set aside.",
            "Without a subcommand: how many there are and how far the work is behind."
        },
        footerHeading = "%nExamples:%n",
        footer = {
            "  tenderhub outbox",
            "  tenderhub outbox list --state parked",
            "  tenderhub outbox show 4711",
            "  tenderhub outbox retry 4711",
            "  tenderhub outbox retry --parked",
            "  tenderhub outbox purge --older-than-hours 168"
        })
final class OutboxCommand implements Runnable {
    private static final int PURGED_AT_ONCE = 5_000;
    private final Terminal terminal;

    @Spec
    private CommandSpec spec;

    @Mixin
    private StoreOptions stores;

    OutboxCommand(Terminal terminal) {
        this.terminal = terminal;
    }

    @Override
    public void run() {
        try (TenderHub hub = open(stores)) {
            OutboxDepth depth = hub.outboxDepth();
            Duration lag = depth.lag(hub.clock().instant());
            terminal.print(String.format(
                    Locale.ROOT,
                    "%,d waiting, %,d parked, %,d done and not yet purged; %,d s behind",
                    depth.waiting(),
                    depth.parked(),
                    depth.published(),
                    lag.toSeconds()));
        }
    }

    @Command(name = "list", mixinStandardHelpOptions = true, description = "Lists events, oldest first.")
    int list(
            @Option(
                            names = "--state",
                            paramLabel = "STATE",
                            defaultValue = "waiting",
                            description = "waiting, parked or published (default: waiting).")
                    String state,
            @Option(
                            names = "--after",
                            paramLabel = "ID",
                            defaultValue = "0",
                            description = "Only events behind this one, for the next page.")
                    long after,
            @Option(names = "--limit", paramLabel = "N", defaultValue = "50", description = "At most (default: 50).")
                    int limit,
            @Option(
                            names = "--format",
                            paramLabel = "FORMAT",
                            defaultValue = "TABLE",
                            description = "table or jsonl (default: table).")
                    Format format,
            @Mixin StoreOptions given) {
        State wanted = State.ofCode(state.toLowerCase(Locale.ROOT))
                .orElseThrow(() -> new ParameterException(
                        spec.commandLine(), "--state is waiting, parked or published, not '" + state + "'"));
        if (limit < 1) {
            throw new ParameterException(spec.commandLine(), "--limit is 1 or more, not " + limit);
        }
        try (TenderHub hub = open(given)) {
            List<OutboxEntry> entries = hub.outbox().list(wanted, after, limit);
            if (format == Format.JSONL) {
                entries.forEach(entry -> terminal.print(JsonText.line(json -> OutboxJson.write(json, entry))));
            } else {
                table(entries).lines().forEach(terminal::print);
            }
            if (entries.size() == limit) {
                terminal.say("more: --after " + entries.get(limit - 1).id());
            }
        }
        return ExitCode.OK.code();
    }

    @Command(name = "show", mixinStandardHelpOptions = true, description = "Shows one event as JSON.")
    int show(@Parameters(paramLabel = "ID", description = "The event.") long id, @Mixin StoreOptions given) {
        try (TenderHub hub = open(given)) {
            OutboxEntry entry =
                    hub.outbox().find(id).orElseThrow(() -> new NotFoundException("event", Long.toString(id)));
            terminal.print(JsonText.pretty(json -> OutboxJson.write(json, entry)));
        }
        return ExitCode.OK.code();
    }

    @Command(
            name = "retry",
            mixinStandardHelpOptions = true,
            description = "Makes events due at once, with all their attempts before them.")
    int retry(
            @Parameters(paramLabel = "ID", arity = "0..*", description = "Waiting or parked events.") List<Long> ids,
            @Option(names = "--parked", description = "Every parked event.") boolean parked,
            @Mixin StoreOptions given) {
        List<Long> named = ids == null ? List.of() : ids;
        if (named.isEmpty() != parked) {
            throw new ParameterException(spec.commandLine(), "which events? name them, or give --parked");
        }
        try (TenderHub hub = open(given)) {
            OutboxAdministration outbox = hub.outbox();
            int due = parked ? outbox.retryParked() : outbox.retry(named);
            terminal.print(String.format(Locale.ROOT, "%,d events are due now", due));
            if (due < named.size()) {
                terminal.say((named.size() - due)
                        + " are not there, already done, or held by a worker: see tenderhub outbox show ID");
            }
            return named.isEmpty() || due > 0 ? ExitCode.OK.code() : ExitCode.NOT_FOUND.code();
        }
    }

    @Command(name = "purge", mixinStandardHelpOptions = true, description = "Removes events that are done.")
    int purge(
            @Option(
                            names = "--older-than-hours",
                            paramLabel = "HOURS",
                            required = true,
                            description = "Those done more than so many hours ago.")
                    int hours,
            @Mixin StoreOptions given) {
        try (TenderHub hub = open(given)) {
            long removed = 0;
            int some;
            do {
                some = hub.outbox().purge(hub.clock().instant().minus(Duration.ofHours(hours)), PURGED_AT_ONCE);
                removed += some;
            } while (some == PURGED_AT_ONCE);
            terminal.print(String.format(Locale.ROOT, "%,d events removed", removed));
        }
        return ExitCode.OK.code();
    }

    private static TenderHub open(StoreOptions stores) {
        return TenderHub.start(stores.configuration().forOneCommand());
    }

    private static TextTable table(List<OutboxEntry> entries) {
        TextTable table = new TextTable("ID", "TYPE", "OF", "RAISED", "ATTEMPTS", "NEXT", "ERROR");
        for (OutboxEntry entry : entries) {
            table.row(
                    Long.toString(entry.id()),
                    entry.type(),
                    TextTable.cut(entry.aggregateId(), 40),
                    entry.raisedAt().toString(),
                    Integer.toString(entry.attempts()),
                    entry.state() == State.WAITING ? entry.nextAttemptAt().toString() : "-",
                    TextTable.cut(entry.lastError().orElse(""), 80));
        }
        return table;
    }

    private enum Format {
        TABLE,
        JSONL
    }
}
