package io.tenderhub.cli;

import io.tenderhub.account.Secret;
import io.tenderhub.bootstrap.TenderHub;
import io.tenderhub.team.Membership;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

@Command(
        name = "accept",
        mixinStandardHelpOptions = true,
        description = "Takes up an invitation for a user; its token is the first line of standard input.",
        footerHeading = "%nExamples:%n",
        footer = {"  tenderhub team accept mo@example.org < token.txt"})
final class TeamAcceptCommand implements Callable<Integer> {
    private final Terminal terminal;

    @Parameters(paramLabel = "USER", description = "Who was invited.")
    private String who = "";

    @Mixin
    private StoreOptions stores;

    TeamAcceptCommand(Terminal terminal) {
        this.terminal = terminal;
    }

    @Override
    public Integer call() {
        Secret token = new SecretInput(terminal).firstLine("invitation");
        try (TenderHub hub = TeamCommand.open(stores)) {
            Membership membership = hub.invitations().accept(token, UserCommand.find(hub, who));
            terminal.say(who + " is " + membership.role().code() + " of " + membership.team());
        }
        return ExitCode.OK.code();
    }
}
