package io.tenderhub.cli;

import io.tenderhub.bootstrap.TenderHub;
import io.tenderhub.json.JsonText;
import io.tenderhub.json.TeamJson;
import io.tenderhub.team.Actor;
import io.tenderhub.team.TeamId;
import io.tenderhub.team.TeamOverview;
import io.tenderhub.team.TeamSaga;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

@Command(
        name = "show",
        mixinStandardHelpOptions = true,
        description = "Shows a team, its plan and how many of its seats are taken.",
        footerHeading = "%nExamples:%n",
        footer = {"  tenderhub team show acme-builders", "  tenderhub team show acme-builders --format json"})
final class TeamShowCommand implements Callable<Integer> {
    private final Terminal terminal;

    @Parameters(paramLabel = "TEAM", description = "The team.")
    private String id = "";

    @Option(names = "--format", paramLabel = "FORMAT", description = "text or json (default: text).")
    private TextOrJson format = TextOrJson.TEXT;

    @Mixin
    private StoreOptions stores;

    TeamShowCommand(Terminal terminal) {
        this.terminal = terminal;
    }

    @Override
    public Integer call() {
        TeamId team = TeamCommand.team(id);
        try (TenderHub hub = TeamCommand.open(stores)) {
            TeamOverview overview = hub.teams().describe(Actor.operator(team));
            Optional<TeamSaga> unfinished = hub.registration().unfinished().stream()
                    .filter(saga -> saga.team().equals(team))
                    .findFirst();
            if (format == TextOrJson.JSON) {
                terminal.print(JsonText.pretty(json -> TeamJson.write(json, overview, unfinished)));
            } else {
                print(overview);
            }
            unfinished.ifPresent(saga -> terminal.say(saga.kind().code() + " stands at "
                    + saga.next().code() + "; " + saga.lastError().orElse("nothing has failed")));
        }
        return ExitCode.OK.code();
    }

    private void print(TeamOverview overview) {
        OptionalInt seats = overview.plan().seats();
        terminal.print("id       " + overview.team().id());
        terminal.print("name     " + overview.team().name());
        terminal.print("plan     " + overview.team().plan());
        terminal.print("zone     " + overview.team().zone());
        terminal.print("state    " + overview.team().state().code());
        terminal.print("since    " + overview.team().createdAt());
        terminal.print("members  " + overview.members() + ", and " + overview.invited() + " invited, of "
                + (seats.isPresent() ? Integer.toString(seats.getAsInt()) : "any number of") + " seats");
    }
}
