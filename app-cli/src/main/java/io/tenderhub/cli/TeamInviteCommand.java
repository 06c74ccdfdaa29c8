package io.tenderhub.cli;

import io.tenderhub.account.Secret;
import io.tenderhub.bootstrap.TenderHub;
import io.tenderhub.failure.InvalidInputException;
import io.tenderhub.team.Actor;
import io.tenderhub.team.Role;
import io.tenderhub.team.TeamId;
import java.util.Locale;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

@Command(
        name = "invite",
        mixinStandardHelpOptions = true,
        description = {
            "Holds a seat for an e-mail address for a week, and prints the token that takes it.",
            "Only the user of that address can; nobody can be told the token again."
        },
        footerHeading = "%nExamples:%n",
        footer = {
            "  tenderhub team invite acme-builders --email mo@example.org --role admin",
            "  token=$(tenderhub team invite acme-builders --email mo@example.org)"
        })
final class TeamInviteCommand implements Callable<Integer> {
    private final Terminal terminal;

    @Parameters(paramLabel = "TEAM", description = "The team.")
    private String id = "";

    @Option(names = "--email", required = true, paramLabel = "ADDRESS", description = "Whom to invite.")
    private String email = "";

    @Option(names = "--role", paramLabel = "ROLE", description = "owner, admin, member or viewer (default: member).")
    private String role = Role.MEMBER.code();

    @Mixin
    private StoreOptions stores;

    TeamInviteCommand(Terminal terminal) {
        this.terminal = terminal;
    }

    @Override
    public Integer call() {
        TeamId team = TeamCommand.team(id);
        Role wanted = role(role);
        try (TenderHub hub = TeamCommand.open(stores)) {
            Secret token = hub.invitations().invite(Actor.operator(team), email, wanted);
            terminal.print(token.reveal());
            terminal.say("the line above is for " + email + " alone; tenderhub team accept takes it");
        }
        return ExitCode.OK.code();
    }

    static Role role(String code) {
        return Role.ofCode(code.toLowerCase(Locale.ROOT))
                .orElseThrow(() -> new InvalidInputException(
                        "options", "role", "must be owner, admin, member or viewer, not '" + code + "'"));
    }
}
