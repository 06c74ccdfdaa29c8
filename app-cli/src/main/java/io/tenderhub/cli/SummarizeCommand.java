package io.tenderhub.cli;

import io.tenderhub.bootstrap.Workbench;
import io.tenderhub.document.DocumentSummary;
import io.tenderhub.json.DocumentSummaryJson;
import io.tenderhub.json.JsonText;
import io.tenderhub.json.SummaryJson;
import io.tenderhub.summary.TenderSummary;
import io.tenderhub.tender.Tender;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

@Command(
        name = "summarize",
        mixinStandardHelpOptions = true,
        description = {
            "Writes a short account of each tender: at most 120 words, key points, and the facts a bidder asks first;",
            "or of each document: .pdf, .docx, .zip of these, .txt, up to 10 MB.",
            "It never says a number or date that is not in its source."
        },
        footerHeading = "%nExamples:%n",
        footer = {
            "  tenderhub summarize release.json",
            "  tenderhub summarize notice.pdf annexes.zip",
            "  tenderhub summarize --format jsonl tenders.jsonl > summaries.jsonl"
        })
final class SummarizeCommand implements Callable<Integer> {
    @Option(
            names = "--format",
            paramLabel = "FORMAT",
            defaultValue = "text",
            description = "text or jsonl (default: text).")
    private Format format = Format.TEXT;

    @Mixin
    private PerTender perTender;

    @Spec
    private CommandSpec spec = CommandSpec.create();

    private final Terminal terminal;

    SummarizeCommand(Terminal terminal) {
        this.terminal = terminal;
        this.perTender = new PerTender(terminal);
    }

    @Override
    public Integer call() {
        Workbench workbench = new Workbench();
        long documents = perTender.inputs().given().stream()
                .filter(DocumentSummaries::isDocument)
                .count();
        if (documents == perTender.inputs().given().size()) {
            return new DocumentSummaries(terminal, workbench)
                    .print(perTender.inputs(), this::print)
                    .code();
        }
        if (documents > 0) {
            throw new ParameterException(
                    spec.commandLine(), "summarise documents in one call and files of tenders in another");
        }
        return perTender
                .print(workbench, "summarised", tender -> print(tender, workbench.summarize(tender)))
                .code();
    }

    private String print(DocumentSummary summary) {
        return format == Format.TEXT
                ? SummaryText.of(summary.source().name(), summary.digest())
                : JsonText.line(json -> DocumentSummaryJson.write(json, summary));
    }

    private String print(Tender tender, TenderSummary summary) {
        return format == Format.TEXT
                ? SummaryText.of(tender.heading(), summary)
                : JsonText.line(json -> SummaryJson.write(json, tender, summary));
    }

    private enum Format {
        TEXT,
        JSONL
    }
}
