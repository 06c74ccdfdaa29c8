package io.tenderhub.team;

import static java.util.Objects.requireNonNull;

import io.tenderhub.analytics.CountReport;
import io.tenderhub.analytics.CountedBy;
import io.tenderhub.analytics.DayRange;
import io.tenderhub.analytics.ScoreDistribution;
import io.tenderhub.analytics.SearchAnalytics;
import io.tenderhub.analytics.SpendAnalytics;
import io.tenderhub.analytics.SpendQuestion;
import io.tenderhub.analytics.SpendReport;
import io.tenderhub.analytics.TenderAnalytics;
import io.tenderhub.analytics.Trend;
import io.tenderhub.analytics.UsageReport;
import io.tenderhub.event.UnitOfWork;
import io.tenderhub.readiness.ScoreRepository;
import io.tenderhub.search.SearchUsage;
import java.util.Optional;

/**
 * What many tenders tell together, for teams whose plan includes every analysis, and for whoever runs the hub. All methods throw
 * {@link io.tenderhub.failure.NotAllowedException} if the actor may not see what belongs to the team or its plan does not include it,
 * {@link io.tenderhub.failure.NotFoundException} if the team is not active, {@link io.tenderhub.failure.UnavailableException} if a
 * store is away that is needed, and what is said by the analysis itself.
 */
public final class TeamAnalytics {
    private final UnitOfWork unitOfWork;
    private final Plans plans;
    private final SpendAnalytics spend;
    private final TenderAnalytics tenders;
    private final ScoreRepository scores;
    private final SearchUsage usage;
    private final SearchAnalytics searches;

    public TeamAnalytics(
            UnitOfWork unitOfWork,
            Plans plans,
            SpendAnalytics spend,
            TenderAnalytics tenders,
            ScoreRepository scores,
            SearchUsage usage,
            SearchAnalytics searches) {
        this.unitOfWork = requireNonNull(unitOfWork);
        this.plans = requireNonNull(plans);
        this.spend = requireNonNull(spend);
        this.tenders = requireNonNull(tenders);
        this.scores = requireNonNull(scores);
        this.usage = requireNonNull(usage);
        this.searches = requireNonNull(searches);
    }

    /** See {@link SpendAnalytics#report}. */
    public SpendReport spend(Actor actor, SpendQuestion question, int limit) {
        require(actor, Feature.ALL_ANALYTICS);
        return spend.report(question, limit);
    }

    /** See {@link TenderAnalytics#counts}. */
    public CountReport counts(Actor actor, CountedBy by, DayRange days) {
        require(actor, Feature.ALL_ANALYTICS);
        return tenders.counts(by, days);
    }

    /** See {@link TenderAnalytics#trend}. */
    public Trend trend(Actor actor, Optional<String> category, String currency, DayRange days) {
        require(actor, Feature.ALL_ANALYTICS);
        return tenders.trend(category, currency, days);
    }

    /** How the team's own scores spread, as they are now, or were some seconds ago. */
    public ScoreDistribution scores(Actor actor) {
        require(actor, Feature.ALL_ANALYTICS);
        return ScoreDistribution.of(scores.forTeam(actor.team()).countByPoints());
    }

    /** How the team's own searches went, see {@link SearchAnalytics#of}. */
    public UsageReport usage(Actor actor, DayRange days, int limit) {
        require(actor, Feature.ALL_ANALYTICS);
        return searches.of(usage.forTeam(actor.team()), days, limit);
    }

    /** To be asked before any of this is handed out as a file. */
    public void requireExports(Actor actor) {
        require(actor, Feature.EXPORTS);
    }

    private void require(Actor actor, Feature feature) {
        Plan plan = plans.of(ActiveTeam.of(unitOfWork, actor));
        if (!actor.isOperator()) {
            plan.require(feature);
        }
    }
}
