package io.tenderhub.cli;

import io.tenderhub.bootstrap.TenderHub;
import io.tenderhub.json.JsonText;
import io.tenderhub.json.TeamJson;
import io.tenderhub.team.Team;
import io.tenderhub.team.TeamId;
import io.tenderhub.team.TeamSaga;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

@Command(
        name = "list",
        mixinStandardHelpOptions = true,
        description = "Lists all teams, and what is left to be done of registrations and removals.",
        footerHeading = "%nExamples:%n",
        footer = {"  tenderhub team list", "  tenderhub team list --format jsonl"})
final class TeamListCommand implements Callable<Integer> {
    private final Terminal terminal;

    @Option(names = "--format", paramLabel = "FORMAT", description = "table or jsonl (default: table).")
    private ListFormat format = ListFormat.TABLE;

    @Mixin
    private StoreOptions stores;

    TeamListCommand(Terminal terminal) {
        this.terminal = terminal;
    }

    @Override
    public Integer call() {
        try (TenderHub hub = TeamCommand.open(stores)) {
            List<Team> teams = hub.teams().all();
            Map<TeamId, TeamSaga> unfinished = new LinkedHashMap<>();
            hub.registration().unfinished().forEach(saga -> unfinished.put(saga.team(), saga));
            TextTable table = new TextTable("ID", "NAME", "PLAN", "STATE", "SINCE", "LEFT TO BE DONE");
            for (Team team : teams) {
                Optional<TeamSaga> saga = Optional.ofNullable(unfinished.remove(team.id()));
                if (format == ListFormat.JSONL) {
                    terminal.print(JsonText.line(json -> TeamJson.write(json, team, saga)));
                } else {
                    table.row(
                            team.id().value(),
                            TextTable.cut(team.name(), 40),
                            team.plan(),
                            team.state().code(),
                            team.createdAt().toString(),
                            saga.map(TeamListCommand::left).orElse(""));
                }
            }
            // Those whose records are gone already.
            for (TeamSaga saga : unfinished.values()) {
                if (format == ListFormat.JSONL) {
                    terminal.print(JsonText.line(json -> TeamJson.write(json, saga)));
                } else {
                    table.row(saga.team().value(), "-", "-", Team.State.LEAVING.code(), "-", left(saga));
                }
            }
            if (format == ListFormat.TABLE) {
                table.lines().forEach(terminal::print);
            }
        }
        return ExitCode.OK.code();
    }

    private static String left(TeamSaga saga) {
        String failed = saga.lastError()
                .map(error -> " (failed " + saga.attempts() + " times: " + error + ")")
                .orElse("");
        return TextTable.cut(saga.kind().code() + " at " + saga.next().code() + failed, 120);
    }
}
