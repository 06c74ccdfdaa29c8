package io.tenderhub.cli;

import java.io.PrintWriter;
import java.time.Instant;
import java.util.Set;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;

/** As much of the program's commands as some arguments need. */
final class CommandTree {
    private static final Set<String> HELP = Set.of("-h", "--help");
    private static final Set<String> VERSION = Set.of("-V", "--version");
    /** Writes a script that knows all commands. */
    private static final String NEEDS_ALL = "generate-completion";

    private final Terminal terminal;
    private final CommandFactory factory;

    CommandTree(Terminal terminal, CommandFactory factory) {
        this.terminal = terminal;
        this.factory = factory;
    }

    /** Does with these arguments what the tree of all commands does. */
    CommandLine of(String... arguments) {
        CommandLine root = new CommandLine(new RootCommand(), factory);
        String first = arguments.length == 0 ? "" : arguments[0];
        if (!first.equals(NEEDS_ALL) && Commands.NAMES.contains(first)) {
            Commands.named(first).ifPresent(root::addSubcommand);
        } else if (arguments.length == 1 && HELP.contains(first)) {
            Commands.all().forEach(type -> root.addSubcommand(toldOf(type)));
        } else if (arguments.length > 1 || !VERSION.contains(first)) {
            Commands.all().forEach(root::addSubcommand);
        }
        return settled(root);
    }

    /** What the list of commands says of one. */
    private static CommandLine toldOf(Class<?> type) {
        Command command = type.getAnnotation(Command.class);
        CommandSpec spec = CommandSpec.create().name(command.name());
        spec.usageMessage().header(command.header()).description(command.description());
        return new CommandLine(spec);
    }

    private CommandLine settled(CommandLine root) {
        root.setOut(new PrintWriter(terminal.out()));
        root.setErr(new PrintWriter(new LineByLine(terminal), true));
        root.setUsageHelpAutoWidth(true);
        root.setCaseInsensitiveEnumValuesAllowed(true);
        root.registerConverter(Instant.class, new InstantOption());
        return root;
    }
}
