package io.tenderhub.readiness;

import io.tenderhub.company.CompanyProfile;
import io.tenderhub.requirement.Requirements;
import io.tenderhub.tender.Tender;
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
    private static final int PLACES = 512;

    private final Capabilities company;
    private final PolicyChoice policies;
    private final KnownStems stems;
    private final CompanyScoring scoring;

    public ReadinessScorer(CompanyProfile profile, PolicyChoice policies) {
        this.company = Capabilities.of(profile);
        this.policies = policies;
        this.stems = new KnownStems(List.of(company));
        this.scoring = new CompanyScoring(company, policies, stems, new ByPolicy<>(PolicyTexts::new), PLACES);
    }

    /**
     * @param requirements found in this tender
     */
    public ReadinessScore score(Tender tender, Requirements requirements, BidSituation situation) {
        return scoring.assess(new Asked(tender, requirements, situation, stems)).score();
    }

    Capabilities company() {
        return company;
    }

    PolicyChoice policies() {
        return policies;
    }
}
