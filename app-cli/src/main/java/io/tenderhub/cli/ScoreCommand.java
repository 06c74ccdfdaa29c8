package io.tenderhub.cli;

import io.tenderhub.bootstrap.Workbench;
import io.tenderhub.cli.ScoreOutput.ScoredTender;
import io.tenderhub.ingestion.FeedTotals;
import io.tenderhub.json.ScoreLines;
import io.tenderhub.readiness.BidSituation;
import io.tenderhub.readiness.PolicyChoice;
import io.tenderhub.readiness.ReadinessScorer;
import io.tenderhub.readiness.ScoreWork;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
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
            "Scores tenders for one company or many, on all cores and without any database.",
            "csv and jsonl keep the order of the input; the table shows the best first."
        },
        footerHeading = "%nExamples:%n",
        footer = {
            "  tenderhub score --profile company.json tenders.jsonl.gz",
            "  tenderhub score --profile company.json --format csv advertised.csv > scores.csv",
            "  tenderhub score --profile companies/ --top 5 --format csv tenders.jsonl.gz > best.csv",
            "  curl -s https://example.org/releases.json | tenderhub score --profile company.json --top 10 -"
        })
final class ScoreCommand implements Callable<Integer> {
    private static final int ROWS_OF_A_TABLE = 25;

    private final Terminal terminal;

    @Option(
            names = "--profile",
            required = true,
            paramLabel = "FILE|FOLDER",
            description = {
                "The company's profile (JSON). May be given several times, and may be a folder of *.json",
                "or a .jsonl file with one profile a line: all are scored in one pass."
            })
    private List<Path> profiles = List.of();

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
        PolicyChoice policies = GivenFiles.policy(policy, workbench.policies());
        GivenProfiles companies = GivenProfiles.read(profiles);
        try (Rejects rejects = inputs.rejects(terminal);
                Progress progress = Progress.of(terminal, "scored")) {
            format.firstLine(companies.named()).ifPresent(terminal::print);
            Run run = new Run(workbench, companies, policies, rejects, progress);
            boolean all = format != ScoreOutput.TABLE && top == null;
            FeedTotals totals = all ? run.all() : run.best();
            terminal.flush();
            progress.summary(totals.tenders(), totals.rejected());
            long shown = Math.min(most(), totals.tenders());
            if (format == ScoreOutput.TABLE && totals.tenders() > shown) {
                terminal.say("the best " + shown + " of " + totals.tenders()
                        + (companies.named() ? " for each profile" : "") + "; --top N shows more");
            }
            return rejects.exitCode(totals.tenders()).code();
        }
    }

    /** How many of the best are kept. */
    private int most() {
        return top == null ? ROWS_OF_A_TABLE : top;
    }

    /** One pass over the inputs. */
    private final class Run {
        private final Workbench workbench;
        private final GivenProfiles companies;
        private final List<ReadinessScorer> scorers;
        private final Rejects rejects;
        private final Progress progress;
        private final ScoreLines lines = new ScoreLines();

        Run(Workbench workbench, GivenProfiles companies, PolicyChoice policies, Rejects rejects, Progress progress) {
            this.workbench = workbench;
            this.companies = companies;
            this.scorers = companies.all().stream()
                    .map(given -> new ReadinessScorer(given.profile(), policies))
                    .toList();
            this.rejects = rejects;
            this.progress = progress;
        }

        /** The lines are made where the scores are, on all cores; only their bytes come here. */
        FeedTotals all() {
            return score(new ScoreWork<byte[]>(
                    scores -> {
                        ScoreLines.Page page = lines.page();
                        for (int i = 0; i < scores.size(); i++) {
                            format.write(page, companies.name(i), ScoredTender.of(scores, i));
                        }
                        return page.bytes();
                    },
                    bytes -> {
                        progress.step();
                        terminal.printAll(bytes);
                    },
                    rejects));
        }

        FeedTotals best() {
            BestScores best = new BestScores(scorers.size(), most());
            FeedTotals totals = score(new ScoreWork<List<BestScores.Candidate>>(
                    best::candidates,
                    candidates -> {
                        progress.step();
                        best.add(candidates);
                    },
                    rejects));
            for (int i = 0; i < scorers.size(); i++) {
                if (format == ScoreOutput.TABLE) {
                    table(i, best.of(i));
                } else {
                    lines(companies.name(i), best.of(i));
                }
            }
            return totals;
        }

        private <T> FeedTotals score(ScoreWork<T> work) {
            BidSituation situation =
                    new BidSituation(now == null ? Clock.systemUTC().instant() : now, briefingAttended);
            return workbench.batchScoring().score(inputs.inputs(terminal), scorers, situation, work);
        }

        private void table(int company, Ranking ranking) {
            if (companies.named()) {
                terminal.print((company == 0 ? "" : "\n") + "== "
                        + TextTable.harmless(companies.all().get(company).name()));
            }
            ScoreOutput.table(ranking.bestFirst()).forEach(terminal::print);
        }

        private void lines(Optional<String> profile, Ranking ranking) {
            for (ScoredTender scored : ranking.inInputOrder()) {
                ScoreLines.Page page = lines.page();
                format.write(page, profile, scored);
                terminal.printAll(page.bytes());
            }
        }
    }
}
