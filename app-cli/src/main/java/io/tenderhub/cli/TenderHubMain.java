package io.tenderhub.cli;

import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;

/** The program {@code tenderhub}. */
public final class TenderHubMain {
    private TenderHubMain() {}

    public static void main(String[] arguments) {
        PrintStream err = new PrintStream(new FileOutputStream(FileDescriptor.err), true, StandardCharsets.UTF_8);
        Terminal terminal =
                new Terminal(System.in, new FileOutputStream(FileDescriptor.out), err, System.console() != null);
        System.exit(new CommandLineApplication(terminal, System.getenv()).run(arguments));
    }
}
