package io.tenderhub.contract;

import static io.tenderhub.contract.SampleTeams.ACME;
import static io.tenderhub.contract.SampleTeams.OTHER;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.tenderhub.event.UnitOfWork;
import io.tenderhub.failure.ConflictException;
import io.tenderhub.team.TeamId;
import io.tenderhub.team.TeamSaga;
import io.tenderhub.team.TeamSaga.Kind;
import io.tenderhub.team.TeamSaga.Step;
import io.tenderhub.team.TeamSagaRepository;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.junit.jupiter.api.Test;

/** What {@link TeamSagaRepository} and {@link io.tenderhub.team.TeamSagaDirectory} promise. */
public abstract class TeamSagaRepositoryContract {
    /** As exact as every store is. */
    private static final Instant NOW = Instant.parse("2026-11-21T08:00:00.123456Z");

    protected abstract UnitOfWork unitOfWork();

    private <T> T sagas(TeamId team, Function<TeamSagaRepository, T> work) {
        return unitOfWork().<T>forTeam(team, transaction -> work.apply(transaction.sagas()));
    }

    private Optional<TeamSaga> find(TeamId team) {
        return sagas(team, TeamSagaRepository::find);
    }

    private TeamSaga insert(TeamSaga saga) {
        return sagas(saga.team(), sagas -> {
            sagas.insert(saga);
            return saga;
        });
    }

    private boolean update(TeamSaga saga) {
        return this.<Boolean>sagas(ACME, sagas -> sagas.update(saga));
    }

    private List<TeamSaga> unfinished() {
        return unitOfWork()
                .<List<TeamSaga>>forSystem(
                        transaction -> transaction.teamSagas().unfinished());
    }

    private static TeamSaga saga(TeamId team, Kind kind, Step next) {
        return new TeamSaga(
                team, kind, next, 3, Optional.of("MongoDB is away: \"no answer\" – é"), NOW, NOW.plusSeconds(1));
    }

    @Test
    void knowsNoSagaAtFirst() {
        assertThat(find(ACME)).isEmpty();
        assertThat(sagas(ACME, TeamSagaRepository::lock)).isEmpty();
        assertThat(update(saga(ACME, Kind.REMOVAL, Step.DONE))).isFalse();
        assertThat(unfinished()).isEmpty();
    }

    @Test
    void keepsEveryFieldOfEverySaga() {
        insert(new TeamSaga(OTHER, Kind.REGISTRATION, Step.DERIVED, 0, Optional.empty(), NOW, NOW));
        TeamSaga first = insert(saga(ACME, Kind.REGISTRATION, Step.DERIVED));
        assertThat(find(ACME)).contains(first);

        for (Kind kind : Kind.values()) {
            for (Step step : Step.values()) {
                TeamSaga changed = new TeamSaga(ACME, kind, step, 0, Optional.empty(), NOW.plusSeconds(9), NOW);
                assertThat(update(changed)).isTrue();
                assertThat(sagas(ACME, TeamSagaRepository::lock)).contains(changed);
            }
        }
        assertThat(find(OTHER).orElseThrow().next()).isEqualTo(Step.DERIVED);
    }

    @Test
    void outlivesItsTeam() {
        SampleTeams.insert(unitOfWork(), ACME);
        insert(saga(ACME, Kind.REMOVAL, Step.RECORDS));

        boolean deleted = unitOfWork()
                .<Boolean>forTeam(ACME, transaction -> transaction.team().delete());

        assertThat(deleted).isTrue();
        assertThat(find(ACME)).contains(saga(ACME, Kind.REMOVAL, Step.RECORDS));
    }

    @Test
    void givesAnIdOnceHoweverManyWantIt() throws Exception {
        List<Boolean> won = Simultaneously.run(8, i -> () -> {
            try {
                insert(saga(ACME, Kind.REGISTRATION, Step.DERIVED));
                return true;
            } catch (ConflictException taken) {
                return false;
            }
        });

        assertThat(won).containsOnlyOnce(true);
        assertThatThrownBy(() -> insert(saga(ACME, Kind.REMOVAL, Step.DONE))).isInstanceOf(ConflictException.class);
    }

    @Test
    void touchesNoTeamButItsOwn() {
        insert(saga(OTHER, Kind.REGISTRATION, Step.DERIVED));

        assertThatThrownBy(() -> update(saga(OTHER, Kind.REMOVAL, Step.DONE)))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> sagas(ACME, sagas -> {
                    sagas.insert(saga(OTHER, Kind.REMOVAL, Step.DONE));
                    return ACME;
                }))
                .isInstanceOf(IllegalArgumentException.class);

        assertThat(find(ACME)).isEmpty();
        assertThat(find(OTHER)).contains(saga(OTHER, Kind.REGISTRATION, Step.DERIVED));
    }

    @Test
    void letsOneTransactionAtATimeHoldTheLock() throws Exception {
        insert(new TeamSaga(ACME, Kind.REGISTRATION, Step.DERIVED, 0, Optional.empty(), NOW, NOW));

        Simultaneously.run(
                8,
                i -> () -> sagas(ACME, sagas -> {
                    TeamSaga saga = sagas.lock().orElseThrow();
                    return sagas.update(new TeamSaga(
                            ACME,
                            saga.kind(),
                            saga.next(),
                            saga.attempts() + 1,
                            saga.lastError(),
                            saga.startedAt(),
                            saga.updatedAt()));
                }));

        assertThat(find(ACME).orElseThrow().attempts()).isEqualTo(8);
    }

    @Test
    void tellsTheSystemWhatIsNotDoneOrderedByTeam() {
        insert(saga(OTHER, Kind.REGISTRATION, Step.ACTIVATION));
        insert(saga(new TeamId("done"), Kind.REGISTRATION, Step.DONE));
        insert(saga(ACME, Kind.REMOVAL, Step.VOLATILE));

        assertThat(unfinished())
                .containsExactly(
                        saga(ACME, Kind.REMOVAL, Step.VOLATILE), saga(OTHER, Kind.REGISTRATION, Step.ACTIVATION));
        Optional<TeamSaga> done = unitOfWork()
                .<Optional<TeamSaga>>forSystem(
                        transaction -> transaction.teamSagas().find(new TeamId("done")));
        assertThat(done).contains(saga(new TeamId("done"), Kind.REGISTRATION, Step.DONE));
    }
}
