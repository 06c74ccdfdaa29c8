package io.tenderhub.cli;

import io.tenderhub.account.Secret;
import io.tenderhub.bootstrap.TenderHub;
import io.tenderhub.failure.InvalidInputException;
import io.tenderhub.json.JsonText;
import io.tenderhub.json.TeamJson;
import io.tenderhub.team.Actor;
import io.tenderhub.team.ApiKey;
import io.tenderhub.team.Permission;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

@Command(
        name = "key",
        mixinStandardHelpOptions = true,
        description = "Makes, lists and revokes the API keys by which programs act for a team.",
        footerHeading = "%nExamples:%n",
        footer = {
            "  tenderhub team key create acme-builders --name nightly --scope read > key.txt",
            "  tenderhub team key list acme-builders",
            "  tenderhub team key revoke acme-builders 8c1d5a77"
        })
final class TeamKeyCommand implements Runnable {
    private final Terminal terminal;

    @Spec
    private CommandSpec spec;

    TeamKeyCommand(Terminal terminal) {
        this.terminal = terminal;
    }

    @Override
    public void run() {
        throw new ParameterException(spec.commandLine(), "create, list or revoke?");
    }

    @Command(
            name = "create",
            mixinStandardHelpOptions = true,
            description = {"Makes a key and prints it.", "Nobody can be told it again."})
    int create(
            @Parameters(paramLabel = "TEAM", description = "The team.") String id,
            @Option(names = "--name", required = true, paramLabel = "NAME", description = "What it is for.")
                    String name,
            @Option(
                            names = "--scope",
                            required = true,
                            split = ",",
                            paramLabel = "SCOPE",
                            description = "What it may do: read, edit-workspace, edit-profile, …; may be repeated.")
                    List<String> scopes,
            @Mixin StoreOptions stores) {
        Set<Permission> wanted = scopes.stream().map(TeamKeyCommand::scope).collect(Collectors.toSet());
        try (TenderHub hub = TeamCommand.open(stores)) {
            Secret key = hub.apiKeys().create(Actor.operator(TeamCommand.team(id)), name, wanted);
            terminal.print(key.reveal());
            terminal.say("the line above is the key; keep it where secrets are kept");
        }
        return ExitCode.OK.code();
    }

    @Command(
            name = "list",
            mixinStandardHelpOptions = true,
            description = "Lists the keys of a team, also revoked ones; never the keys themselves.")
    int list(
            @Parameters(paramLabel = "TEAM", description = "The team.") String id,
            @Option(
                            names = "--format",
                            paramLabel = "FORMAT",
                            defaultValue = "TABLE",
                            description = "table or jsonl (default: table).")
                    ListFormat format,
            @Mixin StoreOptions stores) {
        Actor operator = Actor.operator(TeamCommand.team(id));
        try (TenderHub hub = TeamCommand.open(stores)) {
            hub.teams().describe(operator);
            List<ApiKey> keys = hub.apiKeys().list(operator);
            if (format == ListFormat.JSONL) {
                keys.forEach(key -> terminal.print(JsonText.line(json -> TeamJson.write(json, key))));
            } else {
                TextTable table = new TextTable("ID", "NAME", "SCOPES", "BY", "MADE", "REVOKED");
                keys.forEach(key -> table.row(
                        key.id(),
                        TextTable.cut(key.name(), 40),
                        key.scopes().stream().sorted().map(Permission::code).collect(Collectors.joining(" ")),
                        key.by(),
                        key.createdAt().toString(),
                        key.revokedAt().map(Instant::toString).orElse("-")));
                table.lines().forEach(terminal::print);
            }
        }
        return ExitCode.OK.code();
    }

    @Command(name = "revoke", mixinStandardHelpOptions = true, description = "Makes a key of no use, at once.")
    int revoke(
            @Parameters(paramLabel = "TEAM", description = "The team.") String id,
            @Parameters(paramLabel = "KEY", description = "The id of the key.") String key,
            @Mixin StoreOptions stores) {
        try (TenderHub hub = TeamCommand.open(stores)) {
            hub.apiKeys().revoke(Actor.operator(TeamCommand.team(id)), key);
            terminal.say("the key " + key + " is of no use any more");
        }
        return ExitCode.OK.code();
    }

    private static Permission scope(String code) {
        return Permission.ofCode(code.toLowerCase(Locale.ROOT))
                .orElseThrow(() -> new InvalidInputException(
                        "options",
                        "--scope",
                        "must be one of "
                                + Arrays.stream(Permission.values())
                                        .map(Permission::code)
                                        .collect(Collectors.joining(", "))
                                + ", not '" + code + "'"));
    }
}
