package io.tenderhub.spark;

import io.tenderhub.company.CompanyProfile;
import io.tenderhub.feeds.FeedsAdapter;
import io.tenderhub.ingestion.FeedInput;
import io.tenderhub.ingestion.Reject;
import io.tenderhub.ingestion.ReleaseFeed;
import io.tenderhub.ingestion.TenderDetail;
import io.tenderhub.ingestion.TenderWork;
import io.tenderhub.json.JsonText;
import io.tenderhub.json.ProfileJson;
import io.tenderhub.json.RejectJson;
import io.tenderhub.json.ScoreJson;
import io.tenderhub.readiness.BidSituation;
import io.tenderhub.readiness.Policies;
import io.tenderhub.readiness.ReadinessScorer;
import io.tenderhub.requirement.RequirementFinder;
import io.tenderhub.tender.Tender;
import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import org.apache.spark.api.java.function.FlatMapFunction;
import org.apache.spark.broadcast.Broadcast;
import org.apache.spark.util.LongAccumulator;

/** Scores the lines of one partition, in bulks, by one scorer, finder and feed that are made where the partition is. */
final class PartitionScoring implements FlatMapFunction<Iterator<Line>, Outcome> {
    /** Characters of lines to read at once; releases of one ocid are never divided. */
    private static final int BULK = 2_000_000;

    private final String source;
    private final Broadcast<Question> question;
    private final LongAccumulator scored;
    private final LongAccumulator rejected;

    /**
     * @param source what rejects call the input
     * @param scored, rejected counted for whoever watches; a partition that Spark works on twice is counted twice
     */
    PartitionScoring(String source, Broadcast<Question> question, LongAccumulator scored, LongAccumulator rejected) {
        this.source = source;
        this.question = question;
        this.scored = scored;
        this.rejected = rejected;
    }

    @Override
    public Iterator<Outcome> call(Iterator<Line> lines) {
        Bulks bulks = new Bulks(lines, BULK);
        Work work = new Work();
        return new Iterator<>() {
            private Iterator<Outcome> outcomes = List.<Outcome>of().iterator();

            @Override
            public boolean hasNext() {
                while (!outcomes.hasNext() && bulks.hasNext()) {
                    outcomes = work.on(bulks.next()).iterator();
                }
                return outcomes.hasNext();
            }

            @Override
            public Outcome next() {
                hasNext();
                return outcomes.next();
            }
        };
    }

    /** Made once for a partition. */
    private final class Work {
        private final ReleaseFeed feed = FeedsAdapter.builder().build().releaseFeed();
        private final RequirementFinder requirements = new RequirementFinder();
        private final ReadinessScorer scorer;
        private final BidSituation situation;

        Work() {
            Question asked = question.value();
            CompanyProfile profile = ProfileJson.read(
                    "profile", new ByteArrayInputStream(asked.profile().getBytes(StandardCharsets.UTF_8)));
            scorer = new ReadinessScorer(profile, Policies.builtIn().defaultChoice());
            situation = new BidSituation(asked.asOf(), asked.briefingAttended());
        }

        List<Outcome> on(Bulk bulk) {
            List<Outcome> outcomes = new ArrayList<>();
            // One thread: Spark gives a partition to each core already. What is counted is counted on Spark's own.
            feed.mapInOrder(
                    List.of(new FeedInput.Stream(source, bulk.open())),
                    new TenderWork<>(
                            TenderDetail.WHAT_IS_SCORED,
                            1,
                            this::score,
                            outcomes::add,
                            reject -> bulk.inInput(reject).map(Work::outcome).ifPresent(outcomes::add)));
            outcomes.forEach(outcome -> (outcome.rejected() ? rejected : scored).add(1));
            return outcomes;
        }

        private Outcome score(Tender tender) {
            return new Outcome(
                    false,
                    JsonText.line(
                            json -> ScoreJson.write(json, scorer.score(tender, requirements.find(tender), situation))));
        }

        private static Outcome outcome(Reject reject) {
            return new Outcome(true, JsonText.line(json -> RejectJson.write(json, reject)));
        }
    }
}
