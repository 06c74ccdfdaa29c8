package io.tenderhub.readiness;

import io.tenderhub.requirement.Requirements;
import io.tenderhub.tender.Tender;
import java.util.List;

/** Companies that are judged side by side; they share what is the same for all of them. For any number of threads. */
final class ScorePanel {
    /** Places of all tables of one kind together, so that some thousand companies do not take more memory than some do. */
    private static final int PLACES = 1 << 16;

    private static final int MOST_PLACES = 512;
    private static final int FEWEST_PLACES = 8;

    private final KnownStems stems;
    private final List<CompanyScoring> companies;

    ScorePanel(List<ReadinessScorer> scorers) {
        this.stems =
                new KnownStems(scorers.stream().map(ReadinessScorer::company).toList());
        ByPolicy<PolicyTexts> texts = new ByPolicy<>(PolicyTexts::new);
        int each = Integer.highestOneBit(PLACES / Math.max(1, scorers.size()) | 1);
        int places = Math.max(FEWEST_PLACES, Math.min(MOST_PLACES, each));
        this.companies = scorers.stream()
                .map(scorer -> new CompanyScoring(scorer.company(), scorer.policies(), stems, texts, places))
                .toList();
    }

    TenderScores scores(Tender tender, Requirements requirements, BidSituation situation) {
        return new TenderScores(new Asked(tender, requirements, situation, stems), companies);
    }
}
