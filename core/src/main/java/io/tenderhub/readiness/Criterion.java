package io.tenderhub.readiness;

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
    Judgement judge(Bid bid);
}
