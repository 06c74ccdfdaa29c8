package io.tenderhub.readiness;

import static org.assertj.core.api.Assertions.assertThat;

import io.tenderhub.company.CompanyProfile;
import io.tenderhub.company.Coverage;
import io.tenderhub.ingestion.FeedInput;
import io.tenderhub.ingestion.FeedSink;
import io.tenderhub.ingestion.FeedTotals;
import io.tenderhub.ingestion.Reject;
import io.tenderhub.ingestion.ReleaseFeed;
import io.tenderhub.requirement.RequirementFinder;
import io.tenderhub.tender.Tender;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;

class BatchScoringTest {
    private static final Instant NOW = Instant.parse("2026-11-21T08:00:00Z");
    private static final Reject REJECT = new Reject("file", "line 9", Optional.empty(), "no JSON");

    private final List<Tender> tenders = new ArrayList<>();
    private final ReleaseFeed feed = new ReleaseFeed() {
        @Override
        public FeedTotals readInOrder(List<FeedInput> inputs, FeedSink sink) {
            tenders.forEach(sink::tender);
            sink.reject(REJECT);
            return new FeedTotals(tenders.size() + 1, tenders.size(), 1);
        }

        @Override
        public FeedTotals readMerged(List<FeedInput> inputs, FeedSink sink) {
            throw new UnsupportedOperationException("scores are in input order");
        }
    };

    @Test
    void scoresEveryTenderAsTheScorerAloneWouldAndInInputOrder() {
        for (int n = 0; n < 1_000; n++) {
            tenders.add(Tender.builder("ocds-" + n, NOW)
                    .title(n % 3 == 0 ? "Paving of a road, CIDB grading 5GB" : "Catering for " + n)
                    .province(n % 2 == 0 ? "Gauteng" : "Limpopo")
                    .build());
        }
        CompanyProfile profile = new CompanyProfile(
                "Acme",
                List.of("construction"),
                List.of("paving"),
                List.of(),
                List.of(),
                Optional.empty(),
                Optional.empty(),
                true,
                true,
                true,
                Set.of(),
                new Coverage(false, Set.of("Gauteng")),
                Optional.of(5),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty());
        ReadinessScorer scorer = new ReadinessScorer(profile, Policies.builtIn().defaultChoice());
        BidSituation situation = new BidSituation(NOW, false);
        RequirementFinder requirements = new RequirementFinder();
        List<ReadinessScore> scores = new ArrayList<>();
        List<Reject> rejects = new ArrayList<>();

        FeedTotals totals = new BatchScoring(feed, requirements)
                .score(List.of(), scorer, situation, new BatchScoring.Sink() {
                    @Override
                    public void scored(Tender tender, ReadinessScore score) {
                        assertThat(score.ocid()).isEqualTo(tender.ocid());
                        scores.add(score);
                    }

                    @Override
                    public void rejected(Reject reject) {
                        rejects.add(reject);
                    }
                });

        assertThat(totals).isEqualTo(new FeedTotals(1_001, 1_000, 1));
        assertThat(rejects).containsExactly(REJECT);
        assertThat(scores)
                .isEqualTo(tenders.stream()
                        .map(tender -> scorer.score(tender, requirements.find(tender), situation))
                        .toList());
    }
}
