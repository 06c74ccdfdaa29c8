package io.tenderhub.cli;

import io.tenderhub.bootstrap.TenderHub;
import io.tenderhub.consistency.CheckOptions;
import io.tenderhub.consistency.CheckReport;
import io.tenderhub.json.ConsistencyJson;
import io.tenderhub.json.JsonText;
import java.time.Instant;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

@Command(
        name = "check",
        mixinStandardHelpOptions = true,
        description = {
            "Compares summaries, scores and cached tenders with the truth, and looks for events that are stuck. May run beside",
            "workers; what is only on its way is no finding. With --repair it deletes what is of no tender or too new and raises",
            "events again, which workers handle; the truth is never touched."
        },
        footerHeading = "%nExamples:%n",
        footer = {
            "  tenderhub check",
            "  tenderhub check --repair --since 2026-11-20",
            "  tenderhub check --repair --limit 100000 --resume     # a part each night",
            "  tenderhub check --format json",
            "Exit code 8 says that something does not fit and was not repaired."
        })
final class CheckCommand implements Callable<Integer> {
    private final Terminal terminal;

    @Spec
    private CommandSpec spec;

    @Option(names = "--repair", description = "Put right what can be.")
    private boolean repair;

    @Option(
            names = "--since",
            paramLabel = "DAY|INSTANT",
            converter = SinceOption.class,
            description = "Only tenders that changed then or later; does not look for documents of no tender.")
    private @Nullable Instant since;

    @Option(names = "--limit", paramLabel = "N", description = "At most so many tenders in this run.")
    private @Nullable Long limit;

    @Option(names = "--resume", description = "Go on where the last check stopped or was ended.")
    private boolean resume;

    @Option(names = "--format", paramLabel = "FORMAT", description = "text or json (default: text).")
    private TextOrJson format = TextOrJson.TEXT;

    @Mixin
    private StoreOptions stores;

    CheckCommand(Terminal terminal) {
        this.terminal = terminal;
    }

    @Override
    public Integer call() {
        CheckOptions options = options();
        try (TenderHub hub = TenderHub.start(stores.configuration().forOneCommand())) {
            StoresUp.require(hub, "postgres", "mongo");
            if (!StoresUp.allOf(hub, "redis")) {
                terminal.say("redis does not answer: cached tenders are not compared");
            }
            CheckReport report = hub.consistency().check(options, finding -> {});
            if (format == TextOrJson.JSON) {
                terminal.print(JsonText.pretty(json -> ConsistencyJson.write(json, report)));
            } else {
                CheckText.lines(report).forEach(terminal::print);
            }
            return (report.unrepaired() == 0 ? ExitCode.OK : ExitCode.INCONSISTENT).code();
        }
    }

    private CheckOptions options() {
        CheckOptions options = CheckOptions.DEFAULT;
        if (limit != null) {
            if (limit < 1) {
                throw new ParameterException(spec.commandLine(), "--limit must be 1 or more, not " + limit);
            }
            options = options.withLimit(limit);
        }
        if (since != null) {
            options = options.withSince(since);
        }
        options = resume ? options.resuming() : options;
        return repair ? options.repairing() : options;
    }
}
