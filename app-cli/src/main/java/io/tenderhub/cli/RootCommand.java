package io.tenderhub.cli;

import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** The program itself; its commands are put to it by {@link CommandTree}. */
@Command(
        name = "tenderhub",
        mixinStandardHelpOptions = true,
        versionProvider = VersionCommand.Provider.class,
        synopsisSubcommandLabel = "COMMAND",
        description = "Turns published public tenders into decisions for the companies that bid on them.",
        footerHeading = "%nExit codes:%n",
        footer = {
            "  0  done",
            "  1  a fault of the program",
            "  2  wrong usage",
            "  3  a profile, policy, query or setting that breaks a rule",
            "  4  some records were rejected, all others are done",
            "  5  nothing could be read",
            "  6  a store or address can't be reached or is in use, or a name is taken",
            "  7  what was asked for does not exist",
            "  8  a check found what does not fit the truth, and did not repair it",
            "  9  not allowed, by rights or by a limit of the plan",
            "141  whoever read the output went away",
            "",
            "First steps:",
            "  tenderhub demo",
            "  tenderhub score --profile company.json tenders.jsonl"
        })
final class RootCommand implements Runnable {
    @Spec
    private CommandSpec spec;

    @Override
    public void run() {
        throw new ParameterException(spec.commandLine(), "which command?");
    }
}
