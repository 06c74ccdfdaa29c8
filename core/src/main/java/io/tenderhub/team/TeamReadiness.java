package io.tenderhub.team;

import static java.util.Objects.requireNonNull;

import io.tenderhub.company.CompanyProfile;
import io.tenderhub.company.StoredProfile;
import io.tenderhub.details.TenderDetails;
import io.tenderhub.details.TenderLookup;
import io.tenderhub.event.UnitOfWork;
import io.tenderhub.failure.ConflictException;
import io.tenderhub.failure.NotFoundException;
import io.tenderhub.failure.UnavailableException;
import io.tenderhub.readiness.BidSituation;
import io.tenderhub.readiness.PolicyChoice;
import io.tenderhub.readiness.ReadinessScore;
import io.tenderhub.readiness.ReadinessScorer;
import io.tenderhub.readiness.StoredScore;
import io.tenderhub.readiness.TopTenders;
import io.tenderhub.requirement.RequirementFinder;
import io.tenderhub.tender.Tender;
import java.util.List;
import java.util.Optional;

/**
 * How ready a team is, as far as its plan includes that. All methods throw {@link io.tenderhub.failure.NotAllowedException} if the
 * actor may not see what belongs to the team or its plan does not include readiness, {@link NotFoundException} if the team is not
 * active, and {@link UnavailableException} if a store is away that is needed.
 */
public final class TeamReadiness {
    private final UnitOfWork unitOfWork;
    private final Plans plans;
    private final TenderLookup lookup;
    private final TopTenders topTenders;
    private final RequirementFinder requirements;

    public TeamReadiness(
            UnitOfWork unitOfWork,
            Plans plans,
            TenderLookup lookup,
            TopTenders topTenders,
            RequirementFinder requirements) {
        this.unitOfWork = requireNonNull(unitOfWork);
        this.plans = requireNonNull(plans);
        this.lookup = requireNonNull(lookup);
        this.topTenders = requireNonNull(topTenders);
        this.requirements = requireNonNull(requirements);
    }

    /**
     * The score that the background made of a tender.
     *
     * @return empty until it is made
     * @throws NotFoundException if there is no such tender
     */
    public Optional<StoredScore> stored(Actor actor, String ocid) {
        requirePlan(actor);
        TenderDetails details =
                lookup.find(ocid, Optional.of(actor.team())).orElseThrow(() -> new NotFoundException("tender", ocid));
        if (!details.complete()) {
            throw new UnavailableException("the store of the scores", "it did not answer", null);
        }
        return details.score();
    }

    /**
     * The tenders that the team is readiest for, most points first.
     *
     * @param limit 1 or more
     */
    public List<StoredScore> top(Actor actor, int limit) {
        requirePlan(actor);
        return topTenders.best(actor.team(), limit);
    }

    /**
     * Judges a tender by the team's stored profile; nothing is stored.
     *
     * @throws ConflictException if the team has no profile yet
     */
    public ReadinessScore check(Actor actor, Tender tender, PolicyChoice policy, BidSituation situation) {
        requirePlan(actor);
        CompanyProfile profile = unitOfWork
                .<Optional<StoredProfile>>forTeam(
                        actor.team(), transaction -> transaction.profile().find())
                .orElseThrow(() -> new ConflictException("the team has no company profile to judge by; save one first"))
                .profile();
        return new ReadinessScorer(profile, policy).score(tender, requirements.find(tender), situation);
    }

    private void requirePlan(Actor actor) {
        plans.of(ActiveTeam.of(unitOfWork, actor)).require(Feature.READINESS);
    }
}
