package io.tenderhub.readiness;

import io.tenderhub.ingestion.FeedInput;
import io.tenderhub.ingestion.FeedTotals;
import io.tenderhub.ingestion.Reject;
import io.tenderhub.ingestion.ReleaseFeed;
import io.tenderhub.ingestion.TenderDetail;
import io.tenderhub.ingestion.TenderStream;
import io.tenderhub.requirement.RequirementFinder;
import io.tenderhub.tender.Tender;
import java.util.List;

/** Scores whole files of tenders for one company, on all cores, without any store. */
public final class BatchScoring {
    private final TenderStream stream;
    private final RequirementFinder requirements;

    public BatchScoring(ReleaseFeed feed, RequirementFinder requirements) {
        this.stream = new TenderStream(feed);
        this.requirements = requirements;
    }

    /** Receives scores in input order, and rejects, on the thread that called; what it throws ends the scoring. */
    public interface Sink {
        void scored(Tender tender, ReadinessScore score);

        void rejected(Reject reject);
    }

    /** Memory does not grow with the input. */
    public FeedTotals score(List<FeedInput> inputs, ReadinessScorer scorer, BidSituation situation, Sink sink) {
        return stream.mapInOrder(
                inputs,
                TenderDetail.WHAT_IS_SCORED,
                tender -> new Scored(tender, scorer.score(tender, requirements.find(tender), situation)),
                scored -> sink.scored(scored.tender(), scored.score()),
                sink::rejected);
    }

    private record Scored(Tender tender, ReadinessScore score) {}
}
