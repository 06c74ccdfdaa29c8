package io.tenderhub.benchmarks;

import io.tenderhub.bootstrap.Workbench;
import io.tenderhub.cidb.CidbClass;
import io.tenderhub.cidb.CidbGrade;
import io.tenderhub.cidb.CidbGrading;
import io.tenderhub.company.CompanyProfile;
import io.tenderhub.company.Coverage;
import io.tenderhub.ingestion.FeedInput;
import io.tenderhub.ingestion.Reject;
import io.tenderhub.json.ScoreLines;
import io.tenderhub.readiness.BatchScoring;
import io.tenderhub.readiness.BidSituation;
import io.tenderhub.readiness.ReadinessScore;
import io.tenderhub.readiness.ReadinessScorer;
import io.tenderhub.readiness.ScoreWork;
import io.tenderhub.readiness.TenderScores;
import io.tenderhub.tender.Tender;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.BiConsumer;

/** Scoring a file for one company: against the pure token scan of the same file, and against the straightforward program. */
final class ScoringRaces {
    private static final BidSituation SITUATION = new BidSituation(Instant.parse("2026-02-01T00:00:00Z"), false);
    private final Workbench workbench = new Workbench();
    private final Path file;
    private final double megabytes;

    ScoringRaces(Path file) throws Exception {
        this.file = file;
        this.megabytes = Files.size(file) / 1e6;
    }

    void run(int warmUps, int rounds) throws Exception {
        Fingerprint ours = new Fingerprint();
        batch(ours);
        Fingerprint theirs = new Fingerprint();
        straightforward().score(file, theirs::scored);
        if (ours.sum != theirs.sum) {
            throw new IllegalStateException("the two programs give different scores");
        }
        System.err.printf("%,d tenders scored alike by both%n", ours.tenders);
        int threads = Runtime.getRuntime().availableProcessors();
        Race.Way scores = new Race.Way("here", () -> Race.rate(megabytes, this::scores));
        Race.Way lines = new Race.Way("here", () -> Race.rate(megabytes, () -> lines(ScoringRaces::csv)));
        Race.Way json = new Race.Way("here", () -> Race.rate(megabytes, () -> lines(ScoringRaces::json)));
        Race.Way scan = new Race.Way(
                "Jackson's tokens of the same file, nothing done",
                () -> Race.rate(megabytes, () -> TokenScan.count(file, threads)));
        Race.Way simple = new Race.Way(
                "a tree by ObjectMapper for each line, a parallel stream",
                () -> Race.rate(megabytes, () -> straightforward().score(file, new Fingerprint()::scored)));
        new Race("scores for one company", "MB/s", List.of(scores, scan, simple)).run(warmUps, rounds);
        new Race("the same as lines of CSV", "MB/s", List.of(lines, scan)).run(1, rounds);
        new Race("the same as lines of JSON with all reasons", "MB/s", List.of(json, scan)).run(1, rounds);
    }

    private void batch(BatchScoring.Sink sink) {
        workbench.batchScoring().score(List.of(new FeedInput.Files(file)), scorer(), SITUATION, sink);
    }

    /** As a program does that wants the scores themselves. */
    private void scores() {
        score(new ScoreWork<>(scores -> scores.score(0), score -> {}, reject -> {}));
    }

    /** As the command line does; the lines go nowhere. */
    private void lines(BiConsumer<ScoreLines.Page, TenderScores> written) {
        ScoreLines lines = new ScoreLines();
        score(new ScoreWork<>(
                scores -> {
                    ScoreLines.Page page = lines.page();
                    written.accept(page, scores);
                    return page.bytes();
                },
                bytes -> {},
                reject -> {}));
    }

    private <T> void score(ScoreWork<T> work) {
        workbench.batchScoring().score(List.of(new FeedInput.Files(file)), List.of(scorer()), SITUATION, work);
    }

    private static void csv(ScoreLines.Page page, TenderScores scores) {
        page.csv(
                Optional.empty(),
                scores.score(0),
                scores.heading(),
                scores.tender().closesAt());
    }

    private static void json(ScoreLines.Page page, TenderScores scores) {
        page.json(Optional.empty(), scores.score(0));
    }

    private StraightforwardScoring straightforward() {
        return new StraightforwardScoring(workbench.requirements(), scorer(), SITUATION);
    }

    private ReadinessScorer scorer() {
        return new ReadinessScorer(
                CompanyProfile.builder()
                        .name("Example Builders")
                        .services(List.of("building construction", "sanitation"))
                        .cidb(List.of(new CidbGrading(new CidbGrade(CidbClass.GB, 5), false)))
                        .coverage(new Coverage(false, Set.of("Gauteng")))
                        .build(),
                workbench.policies().defaultChoice());
    }

    /** Tells scores in their order from others. */
    private static final class Fingerprint implements BatchScoring.Sink {
        private long tenders;
        private long sum;

        @Override
        public void scored(Tender tender, ReadinessScore score) {
            tenders++;
            sum = sum * 31 + score.hashCode();
        }

        @Override
        public void rejected(Reject reject) {
            throw new IllegalStateException("rejected: " + reject);
        }
    }
}
