package io.tenderhub.team;

import static java.util.Objects.requireNonNull;

import io.tenderhub.details.TenderDetails;
import io.tenderhub.details.TenderLookup;
import io.tenderhub.event.UnitOfWork;
import io.tenderhub.failure.QuotaExceededException;
import io.tenderhub.quota.QuotaRule;
import io.tenderhub.quota.QuotaUse;
import io.tenderhub.quota.Quotas;
import io.tenderhub.quota.WithoutCount;
import io.tenderhub.search.TenderSearch;
import io.tenderhub.tender.TenderPage;
import io.tenderhub.tender.TenderQuery;
import java.time.Instant;
import java.util.Optional;

/** Tenders as a team sees them: as often and as much of them as its plan includes. */
public final class TeamTenders {
    /** The name of the quota that searches are counted under. */
    public static final String SEARCHES = "searches";

    private final UnitOfWork unitOfWork;
    private final Plans plans;
    private final TenderSearch search;
    private final TenderLookup lookup;
    private final Quotas quotas;
    private final WithoutCount whenAway;

    /** @param whenAway what becomes of a search while the store of the quotas is away */
    public TeamTenders(
            UnitOfWork unitOfWork,
            Plans plans,
            TenderSearch search,
            TenderLookup lookup,
            Quotas quotas,
            WithoutCount whenAway) {
        this.unitOfWork = requireNonNull(unitOfWork);
        this.plans = requireNonNull(plans);
        this.search = requireNonNull(search);
        this.lookup = requireNonNull(lookup);
        this.quotas = requireNonNull(quotas);
        this.whenAway = requireNonNull(whenAway);
    }

    /**
     * Searches for a team. The first page counts, those behind it do not.
     *
     * @throws QuotaExceededException if the team has searched as often as its plan allows; tells until when
     * @throws io.tenderhub.failure.InvalidInputException if the cursor is not one that was given for the same query
     * @throws io.tenderhub.failure.NotAllowedException if the actor may not see what belongs to the team
     * @throws io.tenderhub.failure.UnavailableException if a store is away that is needed
     */
    public TenderPage search(Actor actor, TenderQuery query) {
        Team team = teamOf(actor);
        if (query.cursor().isEmpty()) {
            plans.of(team).searches().ifPresent(rule -> count(team, rule));
        }
        return search.search(query);
    }

    private void count(Team team, QuotaRule rule) {
        QuotaUse uncounted = new QuotaUse(true, 0, rule.most(), Instant.MAX);
        QuotaUse use = whenAway.ask(() -> quotas.forTeam(team.id()).take(SEARCHES, rule, team.zone()), uncounted);
        if (!use.granted()) {
            throw new QuotaExceededException(SEARCHES, use.resetsAt());
        }
    }

    /**
     * How the team's searches stand, counting nothing; empty if its plan does not limit them.
     *
     * @throws io.tenderhub.failure.UnavailableException if the store of the quotas is away
     */
    public Optional<QuotaUse> searches(Actor actor) {
        Team team = teamOf(actor);
        return plans.of(team).searches().map(rule -> quotas.forTeam(team.id()).look(SEARCHES, rule, team.zone()));
    }

    /**
     * A tender with its summary and the team's score, as far as the team's plan includes them.
     *
     * @throws io.tenderhub.failure.NotAllowedException if the actor may not see what belongs to the team
     * @throws io.tenderhub.failure.UnavailableException if the answer is not cached and the truth can't be reached
     */
    public Optional<TenderDetails> find(Actor actor, String ocid) {
        Plan plan = plans.of(teamOf(actor));
        boolean scored = plan.includes(Feature.READINESS);
        return lookup.find(ocid, scored ? Optional.of(actor.team()) : Optional.empty())
                .map(details -> plan.includes(Feature.SUMMARIES) ? details : withoutSummary(details));
    }

    private static TenderDetails withoutSummary(TenderDetails details) {
        return new TenderDetails(details.stored(), Optional.empty(), details.score(), details.complete());
    }

    private Team teamOf(Actor actor) {
        return ActiveTeam.of(unitOfWork, actor);
    }
}
