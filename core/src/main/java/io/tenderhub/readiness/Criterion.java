package io.tenderhub.readiness;

import io.tenderhub.requirement.Evidence;
import java.util.Optional;

/**
 * One aspect under which a bid is judged. Pure. What a tender does not state never gives fewer points than any
 * statement would, and more on the company's side never gives fewer.
 */
sealed interface Criterion
        permits SectorFit,
                CidbFit,
                CertificationFit,
                ExperienceFit,
                CoverageFit,
                PreferenceFit,
                ComplianceFit,
                TimeLeft {
    /** The question is none that will be asked again, as the reason has words or amounts of this one tender. */
    long ASKED_ONCE = -1;

    /**
     * All that the judgement depends on besides company and policy, as a number: what has the same number has the same judgement, so
     * it is made once. Or {@link #ASKED_ONCE}.
     */
    long question(Bid bid);

    Judgement judge(Bid bid);

    /** The tender's own words on which the judgement rests. */
    Optional<Evidence> evidence(Bid bid);

    /** Whether it is the same for every company. */
    default boolean isForEveryCompany() {
        return false;
    }
}
