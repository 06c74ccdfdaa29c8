package io.tenderhub.team;

import io.tenderhub.account.User;
import io.tenderhub.event.DomainEvent;
import io.tenderhub.event.EventType;
import io.tenderhub.event.UnitOfWork;
import io.tenderhub.event.UnitOfWork.TeamTransaction;
import io.tenderhub.failure.ConflictException;
import io.tenderhub.failure.FieldProblem;
import io.tenderhub.failure.InvalidInputException;
import io.tenderhub.failure.NotAllowedException;
import io.tenderhub.failure.NotFoundException;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.random.RandomGenerator;

/**
 * Makes teams ready in all stores, and removes them from all. The first transaction says what is to be done; each further step may
 * fail, be done again, and be done by another node: what this call does not come to is done when the event of that transaction is
 * handled. In between nobody can use the team. An id is never given twice.
 */
public final class TeamRegistration {
    private static final int MOST_MADE_IDS = 20;

    private final UnitOfWork unitOfWork;
    private final Plans plans;
    private final TeamSagaSteps steps;
    private final Clock clock;
    private final RandomGenerator random;

    /**
     * @param random chooses between ids where a name is taken; need not be secret
     */
    public TeamRegistration(
            UnitOfWork unitOfWork,
            Plans plans,
            DerivedTeamData derived,
            VolatileTeamData fleeting,
            Clock clock,
            RandomGenerator random) {
        this.unitOfWork = unitOfWork;
        this.plans = plans;
        this.steps = new TeamSagaSteps(unitOfWork, derived, fleeting, clock);
        this.clock = clock;
        this.random = random;
    }

    /**
     * Registers a team as its owner wishes, on the {@linkplain Plans#first first plan}.
     *
     * @return the team; not yet active if a store is away, then it becomes so when the stores are there again
     * @throws InvalidInputException if a field breaks a rule
     * @throws NotFoundException if there is no such user, or he is disabled
     * @throws ConflictException if the wished id is taken, or was once
     * @throws NotAllowedException if it is to have another plan
     * @throws io.tenderhub.failure.UnavailableException if the truth can't be reached
     */
    public Team register(NewTeam wanted) {
        if (plans.find(wanted.plan()).isPresent()
                && !wanted.plan().equals(plans.first().name())) {
            throw new NotAllowedException(
                    "choose the plan " + wanted.plan(), "only who runs the hub gives a plan other than the first");
        }
        return register(wanted, "user:" + wanted.owner(), false);
    }

    /** The same for whoever runs the hub, who may give any plan; he may also take an id under which a profile was kept before there was a team. */
    public Team registerAsOperator(NewTeam wanted) {
        return register(wanted, Actor.OPERATOR, true);
    }

    /**
     * Ends a team, or gives up its registration. At once nobody can use it any more, not even its owner; {@link #resume} goes on where
     * this stopped.
     *
     * @return how far it has come
     * @throws io.tenderhub.failure.NotAllowedException if he may not
     * @throws NotFoundException if there is no such team
     * @throws io.tenderhub.failure.UnavailableException if the truth can't be reached
     */
    public TeamSaga remove(Actor actor) {
        actor.require(Permission.MANAGE_TEAM);
        unitOfWork.forTeam(actor.team(), transaction -> {
            transaction.sagas().lock();
            transaction.team().lock();
            TeamWork.asHeStandsNow(transaction, actor).require(Permission.MANAGE_TEAM);
            steps.beginRemoval(transaction, actor.team(), actor.name());
            return actor.team();
        });
        return steps.tryAll(actor.team());
    }

    /**
     * Goes on with what is left to be done; nothing where nothing is.
     *
     * @throws NotFoundException if no such team was ever registered
     * @throws io.tenderhub.failure.UnavailableException if a store is away
     */
    public TeamSaga resume(TeamId team) {
        return steps.all(team);
    }

    /** Which registrations and removals have something left to be done, ordered by team. */
    public List<TeamSaga> unfinished() {
        return unitOfWork.<List<TeamSaga>>forSystem(
                transaction -> transaction.teamSagas().unfinished());
    }

    /** Does, in the background, what calls did not come to. */
    public FinishTeams handler() {
        return new FinishTeams(steps);
    }

    private Team register(NewTeam wanted, String by, boolean operator) {
        check(wanted);
        TeamId id =
                wanted.id().isPresent() ? begin(wanted, wanted.id().get(), by, operator) : beginSomewhere(wanted, by);
        steps.tryAll(id);
        return unitOfWork
                .<Optional<Team>>forTeam(id, transaction -> transaction.team().find())
                .orElseThrow(() -> new ConflictException("the team " + id + " was removed while it was registered"));
    }

    private void check(NewTeam wanted) {
        List<FieldProblem> problems = new ArrayList<>();
        TeamName.problem(wanted.name()).ifPresent(problems::add);
        if (plans.find(wanted.plan()).isEmpty()) {
            problems.add(new FieldProblem("plan", "there is no plan " + wanted.plan()));
        }
        if (!problems.isEmpty()) {
            throw new InvalidInputException("team", problems);
        }
        boolean known = unitOfWork
                .<Optional<User>>forSystem(transaction -> transaction.users().find(wanted.owner()))
                .filter(owner -> !owner.disabled())
                .isPresent();
        if (!known) {
            throw new NotFoundException("user", wanted.owner().value());
        }
    }

    /** Under the id of its name, or one that begins like it. */
    private TeamId beginSomewhere(NewTeam wanted, String by) {
        TeamId plain = wanted.idOfName();
        TeamId id = plain;
        for (int tried = 1; ; tried++) {
            try {
                return begin(wanted, id, by, false);
            } catch (ConflictException taken) {
                if (tried == MOST_MADE_IDS) {
                    throw taken;
                }
                id = new TeamId(plain + "-" + Integer.toString(random.nextInt(36 * 36, 36 * 36 * 36 * 36), 36));
            }
        }
    }

    private TeamId begin(NewTeam wanted, TeamId id, String by, boolean operator) {
        unitOfWork.forTeam(id, transaction -> {
            Instant now = clock.instant();
            if (!operator && transaction.profile().find().isPresent()) {
                // Somebody's, from before there were teams: only who runs the hub knows whose.
                throw new ConflictException("the team id " + id + " is taken");
            }
            if (transaction.sagas().find().isPresent()
                    || transaction.team().find().isPresent()) {
                throw new ConflictException("the team id " + id + " is taken");
            }
            transaction.sagas().insert(TeamSaga.registration(id, now));
            transaction
                    .team()
                    .insert(new Team(id, wanted.name(), wanted.plan(), wanted.zone(), Team.State.REGISTERING, now));
            transaction.members().save(new Member(wanted.owner(), Role.OWNER, now));
            say(transaction, id, wanted, by);
            return id;
        });
        return id;
    }

    private static void say(TeamTransaction transaction, TeamId id, NewTeam wanted, String by) {
        transaction
                .audit()
                .append(
                        by,
                        "team.registered",
                        id.value(),
                        Map.of(),
                        Map.of(
                                "name", wanted.name(),
                                "plan", wanted.plan(),
                                "zone", wanted.zone().getId(),
                                "owner", wanted.owner().value()));
        transaction
                .outbox()
                .append(List.of(new DomainEvent(
                        EventType.TEAM_CREATED, id.value(), Optional.of(id), Map.of("plan", wanted.plan()))));
    }
}
