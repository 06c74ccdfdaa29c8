package io.tenderhub.team;

import static java.util.Objects.requireNonNull;

import io.tenderhub.account.UserId;
import io.tenderhub.event.UnitOfWork;
import io.tenderhub.event.UnitOfWork.TeamTransaction;
import io.tenderhub.failure.InvalidInputException;
import io.tenderhub.failure.LimitReachedException;
import io.tenderhub.failure.NotFoundException;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Map;

/** What teams are called and what they may. */
public final class Teams {
    private final UnitOfWork unitOfWork;
    private final Plans plans;
    private final Clock clock;

    public Teams(UnitOfWork unitOfWork, Plans plans, Clock clock) {
        this.unitOfWork = requireNonNull(unitOfWork);
        this.plans = requireNonNull(plans);
        this.clock = requireNonNull(clock);
    }

    /** @throws NotFoundException if the team is not there any more */
    public TeamOverview describe(Actor actor) {
        actor.require(Permission.READ);
        return unitOfWork.<TeamOverview>forTeam(actor.team(), transaction -> {
            Team team = transaction.team().find().orElseThrow(() -> TeamWork.notFound(actor.team()));
            return new TeamOverview(team, plans.of(team), transaction.members().count(), invited(transaction));
        });
    }

    /** The active teams a user is in, ordered by id. */
    public List<TeamOfUser> ofUser(UserId user) {
        return unitOfWork.<List<TeamOfUser>>forSystem(transaction -> transaction.teams().ofUser(user).stream()
                .flatMap(membership -> transaction.teams().find(membership.team()).stream()
                        .filter(team -> team.state() == Team.State.ACTIVE)
                        .map(team -> new TeamOfUser(team, membership.role())))
                .toList());
    }

    /** Every team in whatever state, ordered by id; for whoever runs the hub. */
    public List<Team> all() {
        return unitOfWork.<List<Team>>forSystem(
                transaction -> transaction.teams().all());
    }

    /**
     * @param name 1 to 100 characters
     * @throws InvalidInputException if the name is not so
     * @throws io.tenderhub.failure.NotAllowedException if the actor may not change the team
     */
    public Team rename(Actor actor, String name) {
        String wanted = TeamName.of(name);
        return TeamWork.on(unitOfWork, actor, Permission.MANAGE_TEAM, work -> {
            Team renamed = work.team().withName(wanted);
            if (!renamed.equals(work.team())) {
                work.transaction().team().update(renamed);
                work.record(
                        "team.renamed",
                        work.team().id().value(),
                        Map.of("name", work.team().name()),
                        Map.of("name", wanted));
            }
            return renamed;
        });
    }

    /**
     * Puts a team on another plan, as whoever runs the hub decides: no member does. Nobody loses his seat by it, so there must be
     * seats enough for all members and open invitations. Tenders that are saved stay, though they be more than the new plan allows; then
     * none can be added.
     *
     * @throws NotFoundException if there is no such plan, or no such active team
     * @throws LimitReachedException if the plan has too few seats
     */
    public Team changePlan(TeamId team, String plan) {
        Plan wanted = plans.require(plan);
        return TeamWork.on(unitOfWork, Actor.operator(team), Permission.MANAGE_TEAM, work -> {
            Team changed = work.team().withPlan(wanted.name());
            if (changed.equals(work.team())) {
                return changed;
            }
            int taken = work.transaction().members().count() + invited(work.transaction());
            if (wanted.seats().isPresent() && taken > wanted.seats().getAsInt()) {
                throw new LimitReachedException("seats", wanted.seats().getAsInt());
            }
            work.transaction().team().update(changed);
            work.record(
                    "team.plan-changed",
                    team.value(),
                    Map.of("plan", work.team().plan()),
                    Map.of("plan", wanted.name()));
            return changed;
        });
    }

    private int invited(TeamTransaction transaction) {
        Instant now = clock.instant();
        return (int) transaction.invitations().all().stream()
                .filter(invitation -> !Invitations.hasExpired(invitation, now))
                .count();
    }
}
