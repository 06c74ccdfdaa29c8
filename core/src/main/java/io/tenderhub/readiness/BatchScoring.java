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

/**
 * Scores whole files of tenders for one company or thousands in one pass, on all cores, without any store. Each tender is read once,
 * and its requirements and words are looked through once, however many companies there are. Memory does not grow with the input.
 */
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

    /** Scores for one company. */
    public FeedTotals score(List<FeedInput> inputs, ReadinessScorer scorer, BidSituation situation, Sink sink) {
        return score(
                inputs,
                List.of(scorer),
                situation,
                new ScoreWork<Scored>(
                        scores -> new Scored(scores.tender(), scores.score(0)),
                        scored -> sink.scored(scored.tender(), scored.score()),
                        sink::rejected));
    }

    /**
     * Scores for any number of companies, and makes something of the scores of each tender, such as lines of text, while other
     * threads go on with other tenders.
     *
     * @param scorers one for each company; of the tenders' scores each has the place that it has here
     * @param work its function sees each tender once, with the scores of all companies
     * @return how many tenders were read, not how many scores were made
     */
    public <T> FeedTotals score(
            List<FeedInput> inputs, List<ReadinessScorer> scorers, BidSituation situation, ScoreWork<T> work) {
        ScorePanel panel = new ScorePanel(scorers);
        return scorers.size() <= 1
                ? scoreOne(inputs, panel, situation, work)
                : scoreMany(inputs, panel, situation, work, scorers.size());
    }

    private <T> FeedTotals scoreOne(
            List<FeedInput> inputs, ScorePanel panel, BidSituation situation, ScoreWork<T> work) {
        return stream.<T>mapInOrder(
                inputs,
                TenderDetail.WHAT_IS_SCORED,
                tender -> work.function().apply(panel.scores(tender, requirements.find(tender), situation)),
                work.results(),
                work.rejects());
    }

    /** In two steps: what is made of a tender's scores may be a thousand times larger than the tender, so less of it is under way. */
    private <T> FeedTotals scoreMany(
            List<FeedInput> inputs, ScorePanel panel, BidSituation situation, ScoreWork<T> work, int companies) {
        int threads = Runtime.getRuntime().availableProcessors();
        try (ScoreChunks<T> scoring = new ScoreChunks<>(threads, companies, work)) {
            FeedTotals totals = stream.mapInOrder(
                    inputs,
                    TenderDetail.WHAT_IS_SCORED,
                    tender -> panel.scores(tender, requirements.find(tender), situation),
                    scoring::add,
                    work.rejects());
            scoring.finish();
            return totals;
        }
    }

    private record Scored(Tender tender, ReadinessScore score) {}
}
