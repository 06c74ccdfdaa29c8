package io.tenderhub.cli;

import io.tenderhub.bootstrap.TenderHub;
import io.tenderhub.details.TenderDetails;
import io.tenderhub.failure.NotFoundException;
import io.tenderhub.json.DetailsJson;
import io.tenderhub.json.JsonText;
import io.tenderhub.team.TeamId;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

@Command(
        name = "show",
        mixinStandardHelpOptions = true,
        description = "Shows a stored tender with its summary and, for a team, its score with reasons.",
        footerHeading = "%nExamples:%n",
        footer = {"  tenderhub show ocds-9t57fa-165050", "  tenderhub show --team acme --format json ocds-9t57fa-165050"
        })
final class ShowCommand implements Callable<Integer> {
    private final Terminal terminal;

    @Parameters(paramLabel = "OCID", description = "The tender.")
    private String ocid = "";

    @Option(names = "--team", paramLabel = "ID", description = "Whose score is shown.")
    private @Nullable String team;

    @Option(names = "--format", paramLabel = "FORMAT", description = "text or json (default: text).")
    private TextOrJson format = TextOrJson.TEXT;

    @Mixin
    private StoreOptions stores;

    ShowCommand(Terminal terminal) {
        this.terminal = terminal;
    }

    @Override
    public Integer call() {
        Optional<TeamId> owner = Optional.ofNullable(team).map(ProfileCommand::team);
        try (TenderHub hub = TenderHub.start(stores.configuration().forOneCommand())) {
            TenderDetails details =
                    hub.lookup().find(ocid, owner).orElseThrow(() -> new NotFoundException("tender", ocid));
            if (format == TextOrJson.JSON) {
                terminal.print(JsonText.pretty(json -> DetailsJson.write(json, details)));
            } else {
                DetailsText.lines(details).forEach(terminal::print);
            }
        }
        return ExitCode.OK.code();
    }
}
