package io.tenderhub.team;

import io.tenderhub.event.DomainEvent;
import io.tenderhub.event.EventType;
import io.tenderhub.event.UnitOfWork;
import io.tenderhub.event.UnitOfWork.TeamTransaction;
import io.tenderhub.failure.ConflictException;
import io.tenderhub.failure.NotFoundException;
import io.tenderhub.failure.TenderHubException;
import io.tenderhub.failure.UnavailableException;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Does the steps of registrations and removals. A step outside the truth changes nothing that a later one needs, so it may be done
 * again, late, or by two nodes at once; the truth moves on only from the step that was done.
 */
final class TeamSagaSteps {
    private final UnitOfWork unitOfWork;
    private final DerivedTeamData derived;
    private final VolatileTeamData fleeting;
    private final Clock clock;

    TeamSagaSteps(UnitOfWork unitOfWork, DerivedTeamData derived, VolatileTeamData fleeting, Clock clock) {
        this.unitOfWork = unitOfWork;
        this.derived = derived;
        this.fleeting = fleeting;
        this.clock = clock;
    }

    /** As {@link #all}, for a caller whose part is done: what fails now is kept in the saga and is done in the background. */
    TeamSaga tryAll(TeamId team) {
        try {
            return all(team);
        } catch (UnavailableException later) {
            return saga(team);
        }
    }

    /**
     * Does what is left to be done.
     *
     * @throws UnavailableException if a store is away
     * @throws TenderHubException if the registration can't succeed; then it is given up, and undone as far as stores are there
     */
    TeamSaga all(TeamId team) {
        TeamSaga saga = saga(team);
        while (!saga.isDone()) {
            try {
                perform(saga);
            } catch (UnavailableException | ConflictException e) {
                note(saga, e);
                throw e;
            } catch (TenderHubException e) {
                note(saga, e);
                if (saga.kind() == TeamSaga.Kind.REMOVAL || giveUp(saga)) {
                    throw e;
                }
            } catch (RuntimeException e) {
                // Whatever it is, whoever runs the hub finds it where he looks for what is not done.
                note(saga, e);
                throw e;
            }
            saga = saga(team);
        }
        return saga;
    }

    /** Whether it was ever registered. */
    boolean knows(TeamId team) {
        return unitOfWork
                .<Optional<TeamSaga>>forTeam(
                        team, transaction -> transaction.sagas().find())
                .isPresent();
    }

    /** Removes what others, who had read the truth before the team was gone, may have derived meanwhile. */
    void sweep(TeamId team) {
        fleeting.forget(team);
        derived.forget(team);
    }

    /** From now on nobody can use the team; a removal that was begun goes on as it is. */
    void beginRemoval(TeamTransaction transaction, TeamId team, String by) {
        Optional<TeamSaga> known = transaction.sagas().lock();
        if (known.isPresent() && known.get().kind() == TeamSaga.Kind.REMOVAL) {
            if (known.get().isDone()) {
                throw new NotFoundException("team", team.value());
            }
            return;
        }
        Team ending = transaction.team().lock().orElseThrow(() -> new NotFoundException("team", team.value()));
        TeamSaga removal = TeamSaga.removal(team, clock.instant());
        if (known.isPresent()) {
            transaction.sagas().update(removal);
        } else {
            transaction.sagas().insert(removal);
        }
        transaction.team().update(ending.withState(Team.State.LEAVING));
        moved(transaction, by, "team.leaving", ending.state(), Team.State.LEAVING.code());
        transaction
                .outbox()
                .append(List.of(new DomainEvent(EventType.TEAM_DELETED, team.value(), Optional.of(team), Map.of())));
    }

    /** Not if others have got past where this one failed, or have even made the team ready: then it stays theirs. */
    private boolean giveUp(TeamSaga failed) {
        boolean givenUp = unitOfWork.<Boolean>forTeam(failed.team(), transaction -> {
            boolean stillThere = transaction.sagas().lock().filter(failed::isAt).isPresent();
            if (stillThere) {
                beginRemoval(transaction, failed.team(), "hub");
            }
            return stillThere;
        });
        if (givenUp) {
            tryAll(failed.team());
        }
        return givenUp;
    }

    private TeamSaga saga(TeamId team) {
        return unitOfWork
                .<Optional<TeamSaga>>forTeam(
                        team, transaction -> transaction.sagas().find())
                .orElseThrow(() -> new NotFoundException("team", team.value()));
    }

    private void perform(TeamSaga saga) {
        switch (saga.next()) {
            case DERIVED -> {
                if (saga.kind() == TeamSaga.Kind.REMOVAL) {
                    derived.forget(saga.team());
                } else {
                    // Not all: this may come late, when another node has made the team ready and it works.
                    derived.forgetOlder(saga.team(), saga.startedAt());
                }
            }
            case VOLATILE -> fleeting.forget(saga.team());
            case ACTIVATION, RECORDS, DONE -> {
                // Done in the transaction that moves the saga on.
            }
        }
        moveOn(saga);
    }

    private void moveOn(TeamSaga done) {
        unitOfWork.forTeam(done.team(), transaction -> {
            Optional<TeamSaga> now = transaction.sagas().lock().filter(done::isAt);
            now.ifPresent(saga -> {
                if (saga.next() == TeamSaga.Step.ACTIVATION) {
                    activate(transaction);
                } else if (saga.next() == TeamSaga.Step.RECORDS) {
                    remove(transaction);
                }
                transaction.sagas().update(saga.advanced(clock.instant()));
            });
            return now;
        });
    }

    private static void activate(TeamTransaction transaction) {
        Team team = transaction.team().lock().orElseThrow();
        transaction.team().update(team.withState(Team.State.ACTIVE));
        moved(transaction, "hub", "team.activated", team.state(), Team.State.ACTIVE.code());
        transaction
                .profile()
                .find()
                .ifPresent(kept -> transaction
                        .outbox()
                        .append(List.of(new DomainEvent(
                                EventType.COMPANY_UPDATED,
                                team.id().value(),
                                Optional.of(team.id()),
                                Map.of("version", Long.toString(kept.version()))))));
    }

    private static void remove(TeamTransaction transaction) {
        transaction.team().find().ifPresent(team -> moved(transaction, "hub", "team.removed", team.state(), "removed"));
        transaction.team().delete();
    }

    private static void moved(TeamTransaction transaction, String by, String action, Team.State from, String to) {
        String team = transaction.team().find().orElseThrow().id().value();
        transaction.audit().append(by, action, team, Map.of("state", from.code()), Map.of("state", to));
    }

    private void note(TeamSaga tried, RuntimeException failure) {
        try {
            unitOfWork.forTeam(tried.team(), transaction -> {
                Optional<TeamSaga> now = transaction.sagas().lock().filter(tried::isAt);
                now.ifPresent(saga -> transaction.sagas().update(saga.failed(line(failure), clock.instant())));
                return now;
            });
        } catch (TenderHubException e) {
            // The truth is away, too; the first failure says more.
            failure.addSuppressed(e);
        }
    }

    /** The words of our own failures hold no secret; those of others might. */
    private static String line(RuntimeException failure) {
        String name = failure.getClass().getSimpleName();
        return failure instanceof TenderHubException
                ? String.valueOf(failure.getMessage()).lines().findFirst().orElse(name)
                : name;
    }
}
