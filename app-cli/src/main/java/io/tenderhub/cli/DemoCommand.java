package io.tenderhub.cli;

import io.tenderhub.bootstrap.HubConfiguration;
import io.tenderhub.bootstrap.TenderHub;
import io.tenderhub.cli.ScoreOutput.ScoredTender;
import io.tenderhub.company.CompanyProfile;
import io.tenderhub.details.TenderDetails;
import io.tenderhub.ingestion.FeedInput;
import io.tenderhub.ingestion.IngestionResult;
import io.tenderhub.json.ProfileJson;
import io.tenderhub.readiness.ReadinessScore;
import io.tenderhub.readiness.StoredScore;
import io.tenderhub.team.TeamId;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

@Command(
        name = "demo",
        mixinStandardHelpOptions = true,
        description = {
            "Shows the whole thing on real tenders: starts PostgreSQL, MongoDB and Redis of its own, stores the sample,",
            "scores and summarises it for an example company, and throws everything away at the end."
        },
        footerHeading = "%nExamples:%n",
        footer = {"  tenderhub demo", "  tenderhub demo --data tenders/ --profile company.json"})
final class DemoCommand implements Callable<Integer> {
    private static final TeamId TEAM = new TeamId("demo");
    private static final int SHOWN = 10;
    private static final int SCORES_AT_MOST = 20_000;
    /** A day on which most South African tenders of the sample could be bid for. */
    private static final Instant DAY_OF_THE_SAMPLE = Instant.parse("2025-10-20T08:00:00Z");

    private final Terminal terminal;

    @Option(names = "--data", paramLabel = "DIR", description = "Files of your own instead of the sample.")
    private @Nullable Path data;

    @Option(names = "--profile", paramLabel = "FILE", description = "A profile of your own (JSON).")
    private @Nullable Path profileFile;

    DemoCommand(Terminal terminal) {
        this.terminal = terminal;
    }

    @Override
    public Integer call() throws IOException {
        CompanyProfile profile = profileFile == null ? Sample.profile() : GivenFiles.profile(profileFile);
        List<FeedInput> inputs = data == null ? Sample.tenders() : List.of(new FeedInput.Files(data));
        terminal.say("starting PostgreSQL, MongoDB and Redis of its own ...");
        try (Rejects rejects = new Rejects(terminal, null);
                TenderHub hub = TenderHub.start(HubConfiguration.thrownAway(), clock())) {
            terminal.say("storing tenders ...");
            IngestionResult ingested = hub.ingestion().ingest(inputs, rejects);
            hub.profiles().save(TEAM, profile);
            terminal.say("summarising and scoring ...");
            String background = WorkerCommand.line(hub.relay().drain());
            terminal.print("Stored:     " + IngestCommand.line(ingested));
            terminal.print("Background: " + background);
            terminal.print("Company:    " + profile.name());
            terminal.print("As of:      "
                    + hub.clock()
                            .instant()
                            .truncatedTo(ChronoUnit.DAYS)
                            .toString()
                            .substring(0, 10)
                    + (data == null ? ", a day on which tenders of the sample were open" : ""));
            show(hub);
            return rejects.exitCode(ingested.tenders()).code();
        }
    }

    private void show(TenderHub hub) {
        List<ScoredTender> best = best(hub);
        if (best.isEmpty()) {
            terminal.print("No tender was scored.");
            return;
        }
        section("The " + best.size() + " best of " + hub.catalog().count() + " tenders");
        ScoreOutput.table(best).forEach(terminal::print);
        String bestOcid = best.get(0).score().ocid();
        Optional<TenderDetails> details = hub.lookup().find(bestOcid, Optional.of(TEAM));
        details.ifPresent(found -> {
            section("Why: " + TextTable.cut(found.stored().tender().heading(), 90));
            found.score().ifPresent(score -> ChecklistText.lines(score.score()).forEach(terminal::print));
            section("In short");
            found.summary()
                    .ifPresent(summary -> SummaryText.of(found.stored().tender().heading(), summary.summary())
                            .lines()
                            .forEach(terminal::print));
        });
        section("What to try next");
        terminal.print("  ./tenderhub score --profile docs/examples/profile.json FILE   your own files, no database");
        terminal.print("  ./tenderhub ingest FILE && ./tenderhub search WORDS           keep them and find them again");
        terminal.print("  ./tenderhub serve                                             the HTTP API");
        terminal.print("  ./tenderhub --help                                            everything else");
    }

    private static List<ScoredTender> best(TenderHub hub) {
        Map<String, ReadinessScore> scores = hub.topTenders().best(TEAM, SCORES_AT_MOST).stream()
                .map(StoredScore::score)
                .collect(Collectors.toMap(ReadinessScore::ocid, Function.identity()));
        Ranking ranking = new Ranking(SHOWN);
        hub.catalog()
                .findAll(scores.keySet())
                .forEach(stored -> ranking.add(ScoredTender.of(
                        Objects.requireNonNull(scores.get(stored.tender().ocid())), stored.tender())));
        return ranking.bestFirst();
    }

    private Clock clock() {
        Clock now = Clock.systemUTC();
        return data == null ? Clock.offset(now, Duration.between(now.instant(), DAY_OF_THE_SAMPLE)) : now;
    }

    private void section(String title) {
        terminal.print("");
        terminal.print("== " + title);
    }

    /** The tenders and the company that come with the program. */
    private static final class Sample {
        static List<FeedInput> tenders() throws IOException {
            try (InputStream names = open("files.txt")) {
                return new String(names.readAllBytes(), StandardCharsets.UTF_8)
                        .lines()
                        .<FeedInput>map(name -> new FeedInput.Stream("sample " + name, open(name)))
                        .toList();
            }
        }

        static CompanyProfile profile() throws IOException {
            try (InputStream in = open("profile.json")) {
                return ProfileJson.read("profile of the sample", in);
            }
        }

        private static InputStream open(String name) {
            return Objects.requireNonNull(DemoCommand.class.getResourceAsStream("sample/" + name), name);
        }
    }
}
