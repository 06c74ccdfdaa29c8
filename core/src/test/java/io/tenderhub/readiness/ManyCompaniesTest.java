package io.tenderhub.readiness;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.tenderhub.company.CompanyProfile;
import io.tenderhub.ingestion.FeedInput;
import io.tenderhub.ingestion.FeedSink;
import io.tenderhub.ingestion.FeedTotals;
import io.tenderhub.ingestion.ReleaseFeed;
import io.tenderhub.requirement.RequirementFinder;
import io.tenderhub.tender.Tender;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class ManyCompaniesTest {
    private final RandomCases cases = new RandomCases(11);
    private final RequirementFinder requirements = new RequirementFinder();
    private final BidSituation situation = new BidSituation(RandomCases.NOW, false);
    private final List<CompanyProfile> profiles =
            IntStream.range(0, 60).mapToObj(i -> cases.profile()).toList();
    private final List<Tender> tenders =
            IntStream.range(0, 200).mapToObj(i -> cases.tender()).toList();
    private final PolicyChoice policies = Policies.builtIn().defaultChoice();

    @Test
    void eachIsScoredAsIfItWereAlone() {
        List<List<ReadinessScore>> scores = new ArrayList<>();
        FeedTotals totals = score(new ScoreWork<>(
                all -> IntStream.range(0, all.size()).mapToObj(all::score).toList(), scores::add, reject -> {}));

        assertThat(totals).isEqualTo(new FeedTotals(tenders.size(), tenders.size(), 0));
        List<ReadinessScorer> alone = scorers();
        assertThat(scores).hasSameSizeAs(tenders);
        for (int i = 0; i < tenders.size(); i++) {
            for (int company = 0; company < alone.size(); company++) {
                assertThat(scores.get(i).get(company))
                        .isEqualTo(
                                alone.get(company).score(tenders.get(i), requirements.find(tenders.get(i)), situation));
            }
        }
    }

    @Test
    void pointsAndRecommendationAreThoseOfTheScore() {
        score(new ScoreWork<>(
                all -> {
                    for (int company = 0; company < all.size(); company++) {
                        assertThat(all.points(company))
                                .isEqualTo(all.score(company).points());
                        assertThat(all.recommendation(company))
                                .isEqualTo(all.score(company).recommendation());
                    }
                    return all.heading().equals(all.tender().heading());
                },
                same -> assertThat(same).isTrue(),
                reject -> {}));
    }

    @Test
    void whatTheWorkThrowsEndsTheScoring() {
        List<Tender> seen = new ArrayList<>();
        assertThatThrownBy(() -> score(new ScoreWork<Tender>(
                        all -> {
                            if (all.tender() == tenders.get(100)) {
                                throw new IllegalStateException("of the work");
                            }
                            return all.tender();
                        },
                        seen::add,
                        reject -> {})))
                .isInstanceOf(IllegalStateException.class)
                .hasMessage("of the work");
        assertThat(seen).isEqualTo(tenders.subList(0, seen.size())).hasSizeLessThan(101);
    }

    private <T> FeedTotals score(ScoreWork<T> work) {
        return new BatchScoring(new Given(), requirements).score(List.of(), scorers(), situation, work);
    }

    private List<ReadinessScorer> scorers() {
        return profiles.stream()
                .map(profile -> new ReadinessScorer(profile, policies))
                .toList();
    }

    /** Hands on the tenders of this test. */
    private final class Given implements ReleaseFeed {
        @Override
        public FeedTotals readInOrder(List<FeedInput> inputs, FeedSink sink) {
            tenders.forEach(sink::tender);
            return new FeedTotals(tenders.size(), tenders.size(), 0);
        }

        @Override
        public FeedTotals readMerged(List<FeedInput> inputs, FeedSink sink) {
            throw new UnsupportedOperationException();
        }
    }
}
