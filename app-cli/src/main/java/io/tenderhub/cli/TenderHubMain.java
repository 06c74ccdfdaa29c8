package io.tenderhub.cli;

import java.io.Console;
import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.Optional;

/** The program {@code tenderhub}. */
public final class TenderHubMain {
    private TenderHubMain() {}

    public static void main(String[] arguments) {
        PrintStream err = new PrintStream(new FileOutputStream(FileDescriptor.err), true, StandardCharsets.UTF_8);
        Optional<Console> console = Optional.ofNullable(System.console());
        Terminal terminal = new Terminal(
                System.in,
                new FileOutputStream(FileDescriptor.out),
                err,
                console.isPresent(),
                console.map(TenderHubMain::prompt));
        System.exit(new CommandLineApplication(terminal, System.getenv()).run(arguments));
    }

    private static Terminal.Prompt prompt(Console console) {
        return question -> {
            char[] typed = console.readPassword("%s", question);
            return typed == null ? new char[0] : typed;
        };
    }
}
