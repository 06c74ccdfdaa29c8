package io.tenderhub.cli;

import io.tenderhub.bootstrap.TenderHub;
import io.tenderhub.failure.InvalidInputException;
import io.tenderhub.team.Actor;
import io.tenderhub.team.NewTeam;
import io.tenderhub.team.Team;
import io.tenderhub.team.TeamId;
import io.tenderhub.team.TeamSaga;
import java.time.DateTimeException;
import java.time.ZoneId;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

@Command(
        name = "team",
        mixinStandardHelpOptions = true,
        description = {
            "Administers teams, their members and API keys, as whoever runs the hub.",
            "TEAM is a team's id; USER is a user's id or e-mail address."
        },
        subcommands = {
            TeamListCommand.class,
            TeamShowCommand.class,
            TeamMembersCommand.class,
            TeamInviteCommand.class,
            TeamAcceptCommand.class,
            TeamKeyCommand.class,
            TeamAuditCommand.class
        },
        footerHeading = "%nExamples:%n",
        footer = {
            "  tenderhub team create --name \"Acme Builders\" --plan basic --owner jo@example.org",
            "  tenderhub team list",
            "  tenderhub team invite acme-builders --email mo@example.org --role member",
            "  tenderhub team role acme-builders mo@example.org admin",
            "  tenderhub team key create acme-builders --name nightly --scope read",
            "  tenderhub team plan acme-builders pro",
            "  tenderhub team resume acme-builders",
            "  tenderhub team remove acme-builders --yes"
        })
final class TeamCommand implements Runnable {
    private final Terminal terminal;

    @Spec
    private CommandSpec spec;

    TeamCommand(Terminal terminal) {
        this.terminal = terminal;
    }

    @Override
    public void run() {
        throw new ParameterException(
                spec.commandLine(),
                "which of "
                        + String.join(", ", spec.commandLine().getSubcommands().keySet()) + "?");
    }

    @Command(
            name = "create",
            mixinStandardHelpOptions = true,
            description = "Registers a team in all stores and prints its id.")
    int create(
            @Option(names = "--name", required = true, paramLabel = "NAME", description = "As people call it.")
                    String name,
            @Option(names = "--owner", required = true, paramLabel = "USER", description = "Its first member.")
                    String owner,
            @Option(names = "--id", paramLabel = "TEAM", description = "Its id (default: made of the name).") @Nullable
                    String id,
            @Option(
                            names = "--plan",
                            paramLabel = "PLAN",
                            defaultValue = "free",
                            description = "Its plan (default: free).")
                    String plan,
            @Option(
                            names = "--zone",
                            paramLabel = "ZONE",
                            defaultValue = "Africa/Johannesburg",
                            description = "In which its days begin (default: Africa/Johannesburg).")
                    String zone,
            @Mixin StoreOptions stores) {
        Optional<TeamId> wished = Optional.ofNullable(id).map(TeamCommand::team);
        ZoneId days = zone(zone);
        try (TenderHub hub = open(stores)) {
            NewTeam wanted = new NewTeam(
                    name, wished, plan, days, UserCommand.find(hub, owner).id());
            Team team = hub.registration().registerAsOperator(wanted);
            terminal.print(team.id().value());
            if (team.state() != Team.State.ACTIVE) {
                return leftOver(team.id());
            }
            terminal.say(team.name() + " is ready");
        }
        return ExitCode.OK.code();
    }

    @Command(name = "plan", mixinStandardHelpOptions = true, description = "Puts a team on another plan.")
    int plan(
            @Parameters(paramLabel = "TEAM", description = "The team.") String id,
            @Parameters(paramLabel = "PLAN", description = "The name of the plan.") String plan,
            @Mixin StoreOptions stores) {
        try (TenderHub hub = open(stores)) {
            Team team = hub.teams().changePlan(team(id), plan);
            terminal.say(team.id() + " is on the plan " + team.plan());
        }
        return ExitCode.OK.code();
    }

    @Command(name = "rename", mixinStandardHelpOptions = true, description = "Gives a team another name; its id stays.")
    int rename(
            @Parameters(paramLabel = "TEAM", description = "The team.") String id,
            @Parameters(paramLabel = "NAME", description = "As people call it from now on.") String name,
            @Mixin StoreOptions stores) {
        try (TenderHub hub = open(stores)) {
            Team team = hub.teams().rename(Actor.operator(team(id)), name);
            terminal.say(team.id() + " is called " + team.name());
        }
        return ExitCode.OK.code();
    }

    @Command(
            name = "remove",
            mixinStandardHelpOptions = true,
            description = {
                "Removes a team, or gives up its registration, with everything that belongs to it.",
                "Only its audit trail stays. Its id is never given again."
            })
    int remove(
            @Parameters(paramLabel = "TEAM", description = "The team.") String id,
            @Option(names = "--yes", description = "You mean it.") boolean sure,
            @Mixin StoreOptions stores) {
        if (!sure) {
            throw new ParameterException(
                    spec.commandLine(), "this removes everything of " + id + " for good; say --yes if you mean it");
        }
        try (TenderHub hub = open(stores)) {
            return ended(hub.registration().remove(Actor.operator(team(id))));
        }
    }

    @Command(
            name = "resume",
            mixinStandardHelpOptions = true,
            description = "Goes on at once with a registration or removal that was left half-way.")
    int resume(@Parameters(paramLabel = "TEAM", description = "The team.") String id, @Mixin StoreOptions stores) {
        try (TenderHub hub = open(stores)) {
            return ended(hub.registration().resume(team(id)));
        }
    }

    @Command(name = "role", mixinStandardHelpOptions = true, description = "Gives a member another role.")
    int role(
            @Parameters(paramLabel = "TEAM", description = "The team.") String id,
            @Parameters(paramLabel = "USER", description = "The member.") String who,
            @Parameters(paramLabel = "ROLE", description = "owner, admin, member or viewer.") String role,
            @Mixin StoreOptions stores) {
        try (TenderHub hub = open(stores)) {
            hub.members()
                    .changeRole(
                            Actor.operator(team(id)), UserCommand.find(hub, who).id(), TeamInviteCommand.role(role));
            terminal.say(who + " is now " + role + " of " + id);
        }
        return ExitCode.OK.code();
    }

    @Command(name = "remove-member", mixinStandardHelpOptions = true, description = "Ends a membership.")
    int removeMember(
            @Parameters(paramLabel = "TEAM", description = "The team.") String id,
            @Parameters(paramLabel = "USER", description = "The member.") String who,
            @Mixin StoreOptions stores) {
        try (TenderHub hub = open(stores)) {
            hub.members()
                    .remove(Actor.operator(team(id)), UserCommand.find(hub, who).id());
            terminal.say(who + " is not in " + id + " any more");
        }
        return ExitCode.OK.code();
    }

    private int ended(TeamSaga saga) {
        if (!saga.isDone()) {
            saga.lastError().ifPresent(terminal::say);
            return leftOver(saga.team());
        }
        terminal.say(saga.team() + (saga.kind() == TeamSaga.Kind.REMOVAL ? " is gone" : " is ready"));
        return ExitCode.OK.code();
    }

    private int leftOver(TeamId team) {
        terminal.say("something is left to be done for " + team
                + ": a worker does it when all stores are there, or tenderhub team resume " + team);
        return ExitCode.UNAVAILABLE.code();
    }

    private static ZoneId zone(String zone) {
        try {
            return ZoneId.of(zone);
        } catch (DateTimeException e) {
            throw new InvalidInputException(
                    "options", "--zone", "must be a time zone such as Africa/Johannesburg, not '" + zone + "'");
        }
    }

    static TeamId team(String id) {
        try {
            return new TeamId(id);
        } catch (IllegalArgumentException e) {
            throw new InvalidInputException("options", "TEAM", String.valueOf(e.getMessage()));
        }
    }

    static TenderHub open(StoreOptions stores) {
        return TenderHub.start(stores.configuration().forOneCommand());
    }
}
