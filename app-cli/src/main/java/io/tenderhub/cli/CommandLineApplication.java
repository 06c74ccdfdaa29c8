package io.tenderhub.cli;

import io.tenderhub.failure.ConflictException;
import io.tenderhub.failure.InvalidInputException;
import io.tenderhub.failure.LimitReachedException;
import io.tenderhub.failure.NotAllowedException;
import io.tenderhub.failure.NotAuthenticatedException;
import io.tenderhub.failure.NotFoundException;
import io.tenderhub.failure.QuotaExceededException;
import io.tenderhub.failure.TenderHubException;
import io.tenderhub.failure.UnavailableException;
import io.tenderhub.failure.UnreadableDocumentException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.util.Map;
import picocli.CommandLine;
import picocli.CommandLine.ParameterException;

/** Puts the commands together and turns failures into one line and an exit code. */
final class CommandLineApplication {
    private final Terminal terminal;
    private final Map<String, String> environment;

    CommandLineApplication(Terminal terminal, Map<String, String> environment) {
        this.terminal = terminal;
        this.environment = environment;
    }

    int run(String... arguments) {
        try {
            int code = commandLine(arguments).execute(arguments);
            terminal.flush();
            return code;
        } catch (OutputClosedException e) {
            return ExitCode.OUTPUT_CLOSED.code();
        }
    }

    private CommandLine commandLine(String... arguments) {
        CommandLine commandLine = new CommandTree(terminal, new CommandFactory(terminal, environment)).of(arguments);
        commandLine.setParameterExceptionHandler(this::wrongUsage);
        commandLine.setExecutionExceptionHandler((failure, command, parsed) -> report(failure));
        return commandLine;
    }

    private int wrongUsage(ParameterException failure, String[] arguments) {
        terminal.say("tenderhub: " + failure.getMessage());
        terminal.say("try: " + failure.getCommandLine().getCommandSpec().qualifiedName() + " --help");
        return ExitCode.USAGE.code();
    }

    private int report(Exception failure) {
        if (failure instanceof OutputClosedException) {
            return ExitCode.OUTPUT_CLOSED.code();
        }
        if (failure instanceof TenderHubException known) {
            terminal.say("tenderhub: " + oneLine(String.valueOf(known.getMessage())));
            return codeOf(known).code();
        }
        terminal.say("tenderhub: this is a fault of the program, please report it: " + oneLine(failure.toString()));
        if (environment.containsKey("TENDERHUB_STACK_TRACES")) {
            StringWriter trace = new StringWriter();
            failure.printStackTrace(new PrintWriter(trace));
            terminal.say(trace.toString());
        }
        return ExitCode.FAILURE.code();
    }

    private static ExitCode codeOf(TenderHubException failure) {
        if (failure instanceof InvalidInputException) {
            return ExitCode.INVALID_INPUT;
        }
        if (failure instanceof NotFoundException) {
            return ExitCode.NOT_FOUND;
        }
        if (failure instanceof UnavailableException || failure instanceof ConflictException) {
            return ExitCode.UNAVAILABLE;
        }
        if (failure instanceof NotAllowedException
                || failure instanceof NotAuthenticatedException
                || failure instanceof LimitReachedException
                || failure instanceof QuotaExceededException) {
            return ExitCode.REFUSED;
        }
        if (failure instanceof UnreadableDocumentException) {
            return ExitCode.NOTHING_READ;
        }
        return ExitCode.FAILURE;
    }

    private static String oneLine(String text) {
        return text.replaceAll("\\s*\\R\\s*", " ");
    }
}
