package io.tenderhub.cli;

import io.tenderhub.bootstrap.Workbench;
import io.tenderhub.json.InspectionJson;
import io.tenderhub.json.JsonText;
import io.tenderhub.requirement.RequirementFinder;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

@Command(
        name = "inspect",
        mixinStandardHelpOptions = true,
        description = {
            "Writes each tender as one JSON line: the tender in OCDS names, the warnings about what was published,",
            "and the requirements found, each with the words it was found in."
        },
        footerHeading = "%nExample:%n",
        footer =
                "  tenderhub inspect advertised.csv | jq -c 'select(.requirements.cidb) | [.ocid, .requirements.cidb]'")
final class InspectCommand implements Callable<Integer> {
    private final Terminal terminal;

    @Mixin
    private PerTender perTender;

    InspectCommand(Terminal terminal) {
        this.terminal = terminal;
        this.perTender = new PerTender(terminal);
    }

    @Override
    public Integer call() {
        Workbench workbench = new Workbench();
        RequirementFinder finder = workbench.requirements();
        return perTender
                .print(
                        workbench,
                        "inspected",
                        tender -> JsonText.line(json -> InspectionJson.write(json, tender, finder.find(tender))))
                .code();
    }
}
