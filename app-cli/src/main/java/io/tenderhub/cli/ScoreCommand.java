package io.tenderhub.cli;

import io.tenderhub.bootstrap.Workbench;
import io.tenderhub.cli.ScoreOutput.ScoredTender;
import io.tenderhub.ingestion.FeedTotals;
import io.tenderhub.ingestion.Reject;
import io.tenderhub.readiness.BatchScoring;
import io.tenderhub.readiness.BidSituation;
import io.tenderhub.readiness.ReadinessScore;
import io.tenderhub.readiness.ReadinessScorer;
import io.tenderhub.tender.Tender;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

@Command(
        name = "score",
        mixinStandardHelpOptions = true,
        description = {
            "Scores tenders for one company, on all cores and without any database.",
            "csv and jsonl keep the order of the input; the table shows the best first."
        },
        footerHeading = "%nExamples:%n",
        footer = {
            "  tenderhub score --profile company.json tenders.jsonl.gz",
            "  tenderhub score --profile company.json --format csv advertised.csv > scores.csv",
            "  curl -s https://example.org/releases.json | tenderhub score --profile company.json --top 10 -"
        })
final class ScoreCommand implements Callable<Integer> {
    private static final int ROWS_OF_A_TABLE = 25;

    private final Terminal terminal;

    @Option(names = "--profile", required = true, paramLabel = "FILE", description = "The company's profile (JSON).")
    private Path profile = Path.of("");

    @Option(
            names = "--policy",
            paramLabel = "NAME|FILE",
            description =
                    "standard, south-africa, or a policy of your own (JSON). By default south-africa for South African"
                            + " tenders, else standard.")
    private @Nullable String policy;

    @Option(
            names = "--now",
            paramLabel = "INSTANT",
            description = "Score as of this instant, e.g. 2026-02-20T08:00:00Z.")
    private @Nullable Instant now;

    @Option(names = "--briefing-attended", description = "The company attended every compulsory briefing.")
    private boolean briefingAttended;

    @Option(
            names = "--format",
            paramLabel = "FORMAT",
            defaultValue = "table",
            description = "table, csv or jsonl (default: table).")
    private ScoreOutput format = ScoreOutput.TABLE;

    private @Nullable Integer top;

    @Spec
    private CommandSpec spec = CommandSpec.create();

    @Mixin
    private InputArguments inputs = new InputArguments();

    ScoreCommand(Terminal terminal) {
        this.terminal = terminal;
    }

    @Option(names = "--top", paramLabel = "N", description = "Only the N best (a table without it: 25).")
    void top(int wanted) {
        if (wanted < 1) {
            throw new ParameterException(
                    spec.commandLine(), "Invalid value for option '--top': must be at least 1, not " + wanted);
        }
        top = wanted;
    }

    @Override
    public Integer call() {
        Workbench workbench = new Workbench();
        ReadinessScorer scorer =
                new ReadinessScorer(GivenFiles.profile(profile), GivenFiles.policy(policy, workbench.policies()));
        BidSituation situation =
                new BidSituation(now == null ? Clock.systemUTC().instant() : now, briefingAttended);
        try (Rejects rejects = inputs.rejects(terminal);
                Progress progress = Progress.of(terminal, "scored")) {
            Printing printing = new Printing(rejects, progress);
            if (format != ScoreOutput.TABLE) {
                format.begin(terminal);
            }
            FeedTotals totals = workbench.batchScoring().score(inputs.inputs(terminal), scorer, situation, printing);
            printing.end();
            terminal.flush();
            progress.summary(totals.tenders(), totals.rejected());
            if (format == ScoreOutput.TABLE && printing.ranking.isFull()) {
                terminal.say(
                        "the best " + printing.ranking.size() + " of " + totals.tenders() + "; --top N shows more");
            }
            return rejects.exitCode(totals.tenders()).code();
        }
    }

    /** Prints at once, or keeps the best for the end. */
    private final class Printing implements BatchScoring.Sink {
        private final Rejects rejects;
        private final Progress progress;
        private final Ranking ranking;

        Printing(Rejects rejects, Progress progress) {
            this.rejects = rejects;
            this.progress = progress;
            this.ranking = new Ranking(top == null ? ROWS_OF_A_TABLE : top);
        }

        @Override
        public void scored(Tender tender, ReadinessScore score) {
            progress.step();
            if (format == ScoreOutput.TABLE || top != null) {
                ranking.add(ScoredTender.of(score, tender));
            } else {
                terminal.print(format.line(ScoredTender.of(score, tender)));
            }
        }

        @Override
        public void rejected(Reject reject) {
            rejects.accept(reject);
        }

        void end() {
            if (format == ScoreOutput.TABLE) {
                ScoreOutput.table(ranking.bestFirst()).forEach(terminal::print);
            } else if (top != null) {
                ranking.inInputOrder().stream().map(format::line).forEach(terminal::print);
            }
        }
    }
}
