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
import io.tenderhub.search.SearchAnswer;
import io.tenderhub.search.SearchDesk;
import io.tenderhub.search.SearchId;
import io.tenderhub.tender.TenderQuery;
import io.tenderhub.tender.TenderSort;
import java.time.Instant;
import java.util.Optional;

/** Tenders as a team sees them: as often and as much of them as its plan includes. */
public final class TeamTenders {
    /** The name of the quota that searches are counted under. */
    public static final String SEARCHES = "searches";

    private final UnitOfWork unitOfWork;
    private final Plans plans;
    private final SearchDesk search;
    private final TenderLookup lookup;
    private final Quotas quotas;
    private final WithoutCount whenAway;

    /** @param whenAway what becomes of a search while the store of the quotas is away */
    public TeamTenders(
            UnitOfWork unitOfWork,
            Plans plans,
            SearchDesk search,
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
     * @throws io.tenderhub.failure.InvalidInputException if the cursor is not one that was given for the same query, or search by
     *     meaning is switched off and asked for
     * @throws io.tenderhub.failure.NotAllowedException if the actor may not see what belongs to the team, or asks for the order of its
     *     readiness, which its plan does not include
     * @throws io.tenderhub.failure.UnavailableException if a store is away that is needed
     */
    public SearchAnswer search(Actor actor, TenderQuery query, boolean withFacets) {
        Team team = teamOf(actor);
        Plan plan = plans.of(team);
        if (query.sort() == TenderSort.READINESS) {
            plan.require(Feature.READINESS);
        }
        if (query.cursor().isEmpty()) {
            plan.searches().ifPresent(rule -> count(team, rule));
        }
        return search.answer(team.id(), actor.name(), query, withFacets);
    }

    /**
     * Tells which result of a search of the team somebody looked at.
     *
     * @param position on the page, 1 for the first result
     * @throws io.tenderhub.failure.InvalidInputException if there can be no such result
     * @throws io.tenderhub.failure.NotFoundException if the team has not made such a search lately
     * @throws io.tenderhub.failure.NotAllowedException if the actor may not see what belongs to the team
     * @throws io.tenderhub.failure.UnavailableException if a store is away that is needed
     */
    public void clicked(Actor actor, SearchId searched, String ocid, int position) {
        search.clicked(Optional.of(teamOf(actor).id()), searched, ocid, position);
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
