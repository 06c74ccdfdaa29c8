package io.tenderhub.readiness;

import io.tenderhub.company.CompanyProfile;
import io.tenderhub.requirement.Requirements;
import io.tenderhub.tender.Tender;
import java.util.ArrayList;
import java.util.List;

/**
 * Scores tenders for one company. Pure: the same tender, requirements and situation give the same score. Prepared once
 * for a profile, then used for any number of tenders by any number of threads.
 *
 * <p>Improving the profile never lowers the points and never worsens the recommendation; a requirement that the tender
 * adds never raises the points. A grade that a joint venture can reach is no blocker: it stands among what can be
 * mended, and the recommendation is {@link Recommendation#BID_WITH_PARTNER} at best.
 */
public final class ReadinessScorer {
    private final Capabilities company;
    private final PolicyChoice policies;

    public ReadinessScorer(CompanyProfile profile, PolicyChoice policies) {
        this.company = Capabilities.of(profile);
        this.policies = policies;
    }

    /**
     * @param requirements found in this tender
     */
    public ReadinessScore score(Tender tender, Requirements requirements, BidSituation situation) {
        Policy policy = policies.forTender(tender);
        Bid bid = Bid.of(company, policy, tender, requirements, situation);
        List<ChecklistLine> checklist = new ArrayList<>(policy.criteria().size());
        long tenths = 0;
        for (WeightedCriterion weighted : policy.criteria()) {
            Judgement judgement = Criteria.named(weighted.criterion()).judge(bid);
            // Counted in tenths of points, so that the lines sum exactly to the score.
            long reached = Math.round(judgement.share() * weighted.weight() * 10);
            tenths += reached;
            checklist.add(new ChecklistLine(
                    weighted.criterion(),
                    judgement.outcome(),
                    reached / 10.0,
                    weighted.weight(),
                    judgement.reason(),
                    judgement.evidence()));
        }
        double points = tenths / 10.0;
        List<Note> blockers = Blockers.of(bid);
        Advice advice = Advice.of(bid, points, blockers);
        return new ReadinessScore(
                tender.ocid(),
                tender.id(),
                points,
                advice.recommendation(),
                advice.reason(),
                checklist,
                blockers,
                Mending.of(bid),
                policy.name(),
                policy.version(),
                situation.now());
    }
}
