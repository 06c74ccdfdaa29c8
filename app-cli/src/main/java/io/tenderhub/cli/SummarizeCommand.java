package io.tenderhub.cli;

import io.tenderhub.bootstrap.Workbench;
import io.tenderhub.json.JsonText;
import io.tenderhub.json.SummaryJson;
import io.tenderhub.summary.TenderSummary;
import io.tenderhub.tender.Tender;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

@Command(
        name = "summarize",
        mixinStandardHelpOptions = true,
        description = {
            "Writes a short account of each tender: at most 120 words, key points, and the facts a bidder asks first.",
            "It never says a number or date that is not in the tender."
        },
        footerHeading = "%nExamples:%n",
        footer = {
            "  tenderhub summarize release.json",
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

    SummarizeCommand(Terminal terminal) {
        this.perTender = new PerTender(terminal);
    }

    @Override
    public Integer call() {
        Workbench workbench = new Workbench();
        return perTender
                .print(workbench, "summarised", tender -> print(tender, workbench.summarize(tender)))
                .code();
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
