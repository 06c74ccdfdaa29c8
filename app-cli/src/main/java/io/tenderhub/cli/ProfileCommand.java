package io.tenderhub.cli;

import io.tenderhub.bootstrap.TenderHub;
import io.tenderhub.company.CompanyProfile;
import io.tenderhub.company.StoredProfile;
import io.tenderhub.failure.InvalidInputException;
import io.tenderhub.failure.NotFoundException;
import io.tenderhub.json.ProfileJson;
import io.tenderhub.team.TeamId;
import java.nio.file.Path;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

@Command(
        name = "profile",
        mixinStandardHelpOptions = true,
        description = "Saves or shows the company profile of a team.",
        footerHeading = "%nExamples:%n",
        footer = {"  tenderhub profile save --team acme company.json", "  tenderhub profile show --team acme"})
final class ProfileCommand implements Runnable {
    private final Terminal terminal;

    @Spec
    private CommandSpec spec;

    ProfileCommand(Terminal terminal) {
        this.terminal = terminal;
    }

    @Override
    public void run() {
        throw new ParameterException(spec.commandLine(), "save or show?");
    }

    @Command(
            name = "save",
            mixinStandardHelpOptions = true,
            description = "Saves a profile; the worker then scores the team's tenders anew.")
    int save(
            @Option(names = "--team", required = true, paramLabel = "ID", description = "The team.") String team,
            @Parameters(paramLabel = "FILE", description = "The profile (JSON).") Path file,
            @Mixin StoreOptions stores) {
        TeamId id = team(team);
        CompanyProfile profile = GivenFiles.profile(file);
        try (TenderHub hub = TenderHub.start(stores.configuration().forOneCommand())) {
            StoredProfile stored = hub.profiles().save(id, profile);
            terminal.print("profile of " + id + " is at version " + stored.version());
        }
        return ExitCode.OK.code();
    }

    @Command(name = "show", mixinStandardHelpOptions = true, description = "Prints a team's profile as JSON.")
    int show(
            @Option(names = "--team", required = true, paramLabel = "ID", description = "The team.") String team,
            @Mixin StoreOptions stores) {
        TeamId id = team(team);
        try (TenderHub hub = TenderHub.start(stores.configuration().forOneCommand())) {
            StoredProfile stored =
                    hub.profiles().find(id).orElseThrow(() -> new NotFoundException("profile of team", id.value()));
            terminal.print(ProfileJson.write(stored.profile()));
        }
        return ExitCode.OK.code();
    }

    static TeamId team(String id) {
        try {
            return new TeamId(id);
        } catch (IllegalArgumentException e) {
            throw new InvalidInputException("options", "--team", String.valueOf(e.getMessage()));
        }
    }
}
