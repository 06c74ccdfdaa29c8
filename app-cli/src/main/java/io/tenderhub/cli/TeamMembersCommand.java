package io.tenderhub.cli;

import io.tenderhub.bootstrap.TenderHub;
import io.tenderhub.json.JsonText;
import io.tenderhub.json.TeamJson;
import io.tenderhub.team.Actor;
import io.tenderhub.team.Invitation;
import io.tenderhub.team.TeamId;
import io.tenderhub.team.TeamMember;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

@Command(
        name = "members",
        mixinStandardHelpOptions = true,
        description = "Lists the members of a team; how many are invited is said besides.",
        footerHeading = "%nExamples:%n",
        footer = {"  tenderhub team members acme-builders"})
final class TeamMembersCommand implements Callable<Integer> {
    private final Terminal terminal;

    @Parameters(paramLabel = "TEAM", description = "The team.")
    private String id = "";

    @Option(names = "--format", paramLabel = "FORMAT", description = "table or jsonl (default: table).")
    private ListFormat format = ListFormat.TABLE;

    @Mixin
    private StoreOptions stores;

    TeamMembersCommand(Terminal terminal) {
        this.terminal = terminal;
    }

    @Override
    public Integer call() {
        TeamId team = TeamCommand.team(id);
        try (TenderHub hub = TeamCommand.open(stores)) {
            hub.teams().describe(Actor.operator(team));
            List<TeamMember> members = hub.members().list(Actor.operator(team));
            if (format == ListFormat.JSONL) {
                members.forEach(member -> terminal.print(JsonText.line(json -> TeamJson.write(json, member))));
            } else {
                TextTable table = new TextTable("ID", "E-MAIL", "NAME", "ROLE", "JOINED");
                members.forEach(member -> table.row(
                        member.user().id().value(),
                        member.user().email().value(),
                        TextTable.cut(member.user().name(), 40),
                        member.role().code(),
                        member.joinedAt().toString()));
                table.lines().forEach(terminal::print);
            }
            for (Invitation invitation : hub.invitations().open(Actor.operator(team))) {
                terminal.say("invited as " + invitation.role().code() + " until " + invitation.expiresAt() + ": "
                        + invitation.email());
            }
        }
        return ExitCode.OK.code();
    }
}
