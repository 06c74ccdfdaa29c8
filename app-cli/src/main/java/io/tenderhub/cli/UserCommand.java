package io.tenderhub.cli;

import io.tenderhub.account.Secret;
import io.tenderhub.account.User;
import io.tenderhub.account.UserId;
import io.tenderhub.bootstrap.TenderHub;
import io.tenderhub.failure.NotFoundException;
import io.tenderhub.json.JsonText;
import io.tenderhub.json.UserJson;
import java.util.List;
import java.util.Optional;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

@Command(
        name = "user",
        mixinStandardHelpOptions = true,
        description = {
            "Administers the people who can log in.",
            "USER is an id or an e-mail address. Passwords are asked for without being shown, or read from standard input."
        },
        footerHeading = "%nExamples:%n",
        footer = {
            "  tenderhub user add --email jo@example.org --name \"Jo Mokoena\"",
            "  tenderhub user add --email jo@example.org --name \"Jo Mokoena\" --password-stdin < password.txt",
            "  tenderhub user list",
            "  tenderhub user password jo@example.org",
            "  tenderhub user disable jo@example.org"
        })
final class UserCommand implements Runnable {
    private final Terminal terminal;

    @Spec
    private CommandSpec spec;

    UserCommand(Terminal terminal) {
        this.terminal = terminal;
    }

    @Override
    public void run() {
        throw new ParameterException(spec.commandLine(), "which of add, list, password, disable, enable and logout?");
    }

    @Command(name = "add", mixinStandardHelpOptions = true, description = "Adds a user and prints his id.")
    int add(
            @Option(names = "--email", required = true, paramLabel = "ADDRESS", description = "He logs in by it.")
                    String email,
            @Option(names = "--name", required = true, paramLabel = "NAME", description = "As others see him.")
                    String name,
            @Option(names = "--password-stdin", description = "The first line of standard input is the password.")
                    boolean fromInput,
            @Mixin StoreOptions stores) {
        Secret password = new SecretInput(terminal).newPassword(fromInput);
        try (TenderHub hub = open(stores)) {
            User user = hub.accounts().register(email, name, password);
            terminal.print(user.id().value());
            terminal.say(user.email() + " can log in");
        }
        return ExitCode.OK.code();
    }

    @Command(name = "list", mixinStandardHelpOptions = true, description = "Lists all users by e-mail address.")
    int list(
            @Option(
                            names = "--format",
                            paramLabel = "FORMAT",
                            defaultValue = "TABLE",
                            description = "table or jsonl (default: table).")
                    ListFormat format,
            @Mixin StoreOptions stores) {
        try (TenderHub hub = open(stores)) {
            List<User> users = hub.accounts().all();
            if (format == ListFormat.JSONL) {
                users.forEach(user -> terminal.print(JsonText.line(json -> UserJson.write(json, user))));
            } else {
                TextTable table = new TextTable("ID", "E-MAIL", "NAME", "SINCE", "STATE");
                users.forEach(user -> table.row(
                        user.id().value(),
                        user.email().value(),
                        TextTable.cut(user.name(), 40),
                        user.createdAt().toString(),
                        user.disabled() ? "disabled" : "active"));
                table.lines().forEach(terminal::print);
            }
        }
        return ExitCode.OK.code();
    }

    @Command(
            name = "password",
            mixinStandardHelpOptions = true,
            description = "Gives a user another password and ends his sessions.")
    int password(
            @Parameters(paramLabel = "USER", description = "Id or e-mail address.") String who,
            @Option(names = "--password-stdin", description = "The first line of standard input is the password.")
                    boolean fromInput,
            @Mixin StoreOptions stores) {
        Secret password = new SecretInput(terminal).newPassword(fromInput);
        try (TenderHub hub = open(stores)) {
            User user = find(hub, who);
            hub.accounts().resetPassword(user.id(), password);
            terminal.say(user.email() + " has another password, and must log in again");
        }
        return ExitCode.OK.code();
    }

    @Command(
            name = "disable",
            mixinStandardHelpOptions = true,
            description = "Keeps a user out, also where he is logged in. His memberships stay.")
    int disable(
            @Parameters(paramLabel = "USER", description = "Id or e-mail address.") String who,
            @Mixin StoreOptions stores) {
        try (TenderHub hub = open(stores)) {
            User user = find(hub, who);
            hub.accounts().disable(user.id());
            terminal.say(user.email() + " can't log in any more");
        }
        return ExitCode.OK.code();
    }

    @Command(name = "enable", mixinStandardHelpOptions = true, description = "Lets a user log in again.")
    int enable(
            @Parameters(paramLabel = "USER", description = "Id or e-mail address.") String who,
            @Mixin StoreOptions stores) {
        try (TenderHub hub = open(stores)) {
            User user = find(hub, who);
            hub.accounts().enable(user.id());
            terminal.say(user.email() + " can log in");
        }
        return ExitCode.OK.code();
    }

    @Command(name = "logout", mixinStandardHelpOptions = true, description = "Ends all sessions of a user.")
    int logout(
            @Parameters(paramLabel = "USER", description = "Id or e-mail address.") String who,
            @Mixin StoreOptions stores) {
        try (TenderHub hub = open(stores)) {
            User user = find(hub, who);
            terminal.print(hub.logins().logoutEverywhere(user.id()) + " sessions ended");
        }
        return ExitCode.OK.code();
    }

    /** @throws NotFoundException if there is none with this id or e-mail address */
    static User find(TenderHub hub, String who) {
        return (who.contains("@") ? hub.accounts().findByEmail(who) : byId(hub, who))
                .orElseThrow(() -> new NotFoundException("user", who));
    }

    private static Optional<User> byId(TenderHub hub, String id) {
        try {
            return hub.accounts().find(new UserId(id));
        } catch (IllegalArgumentException noId) {
            return Optional.empty();
        }
    }

    private static TenderHub open(StoreOptions stores) {
        return TenderHub.start(stores.configuration().forOneCommand());
    }
}
