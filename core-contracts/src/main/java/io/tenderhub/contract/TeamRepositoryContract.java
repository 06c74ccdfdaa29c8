package io.tenderhub.contract;

import static io.tenderhub.contract.SampleTeams.ACME;
import static io.tenderhub.contract.SampleTeams.OTHER;
import static io.tenderhub.contract.SampleTeams.team;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.tenderhub.account.UserId;
import io.tenderhub.event.UnitOfWork;
import io.tenderhub.failure.ConflictException;
import io.tenderhub.team.Member;
import io.tenderhub.team.Role;
import io.tenderhub.team.Team;
import io.tenderhub.team.TeamId;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** What {@link io.tenderhub.team.TeamRepository} promises. */
public abstract class TeamRepositoryContract {
    /** The clock that the implementation under test is built with. */
    protected final MovableClock clock = new MovableClock(Instant.parse("2026-11-21T08:00:00Z"));

    protected abstract UnitOfWork unitOfWork();

    private Optional<Team> find(TeamId id) {
        return unitOfWork()
                .<Optional<Team>>forTeam(id, transaction -> transaction.team().find());
    }

    private boolean update(TeamId id, Team team) {
        return unitOfWork()
                .<Boolean>forTeam(id, transaction -> transaction.team().update(team));
    }

    private boolean delete(TeamId id) {
        return unitOfWork()
                .<Boolean>forTeam(id, transaction -> transaction.team().delete());
    }

    @Test
    void findsNothingWhereThereIsNoTeam() {
        assertThat(find(ACME)).isEmpty();
        assertThat(unitOfWork()
                        .<Optional<Team>>forTeam(
                                ACME, transaction -> transaction.team().lock()))
                .isEmpty();
        assertThat(update(ACME, team(ACME))).isFalse();
        assertThat(delete(ACME)).isFalse();
    }

    @Test
    void keepsEveryFieldOfATeam() {
        for (Team.State state : Team.State.values()) {
            TeamId id = new TeamId(state.code());
            Team team = team(id).withState(state).withName("Thandi's \"Builders\" – 100 %");

            unitOfWork().forTeam(id, transaction -> {
                transaction.team().insert(team);
                assertThat(transaction.team().find()).contains(team);
                return id;
            });

            assertThat(find(id)).contains(team);
        }
    }

    @Test
    void updatesOnlyItsOwnTeam() {
        SampleTeams.insert(unitOfWork(), ACME);
        SampleTeams.insert(unitOfWork(), OTHER);
        Team changed = team(ACME).withName("Acme Builders").withPlan("pro").withState(Team.State.LEAVING);

        assertThat(update(ACME, changed)).isTrue();

        assertThat(find(ACME)).contains(changed);
        assertThat(find(OTHER)).contains(team(OTHER));
    }

    @Test
    void touchesNoTeamButItsOwn() {
        SampleTeams.insert(unitOfWork(), OTHER);

        assertThatThrownBy(() -> unitOfWork().forTeam(ACME, transaction -> {
                    transaction.team().insert(team(OTHER));
                    return ACME;
                }))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> update(ACME, team(OTHER).withName("Mine")))
                .isInstanceOf(IllegalArgumentException.class);

        assertThat(find(ACME)).isEmpty();
        assertThat(find(OTHER)).contains(team(OTHER));
    }

    @Test
    void refusesToInsertATeamTwice() {
        SampleTeams.insert(unitOfWork(), ACME);

        assertThatThrownBy(() -> unitOfWork().forTeam(ACME, transaction -> {
                    transaction.team().insert(team(ACME).withName("Another"));
                    return ACME;
                }))
                .isInstanceOf(ConflictException.class);

        assertThat(find(ACME)).contains(team(ACME));
    }

    @Test
    void letsOneOfManyInsertTheSameTeam() throws Exception {
        List<Boolean> inserted = Simultaneously.run(8, i -> () -> {
            try {
                SampleTeams.insert(unitOfWork(), ACME);
                return true;
            } catch (ConflictException taken) {
                return false;
            }
        });

        assertThat(inserted).containsOnlyOnce(true);
    }

    @Test
    void rollsBackWhenTheWorkThrows() {
        IllegalStateException failure = new IllegalStateException("no");

        assertThatThrownBy(() -> unitOfWork().forTeam(ACME, transaction -> {
                    transaction.team().insert(team(ACME));
                    throw failure;
                }))
                .isSameAs(failure);

        assertThat(find(ACME)).isEmpty();
    }

    @Test
    void givesTheLockToOneTransactionAtATime() throws Exception {
        SampleTeams.insert(unitOfWork(), ACME);
        List<UserId> users = new ArrayList<>();
        for (int i = 0; i < 16; i++) {
            users.add(SampleTeams.insertUser(unitOfWork(), "user-" + i));
        }

        List<Boolean> joined = Simultaneously.run(
                16,
                i -> () -> unitOfWork().<Boolean>forTeam(ACME, transaction -> {
                    transaction.team().lock().orElseThrow();
                    boolean free = transaction.members().count() < 5;
                    if (free) {
                        transaction.members().save(new Member(users.get(i), Role.MEMBER, clock.instant()));
                    }
                    return free;
                }));

        assertThat(joined.stream().filter(one -> one)).hasSize(5);
        int members = unitOfWork()
                .<Integer>forTeam(ACME, transaction -> transaction.members().count());
        assertThat(members).isEqualTo(5);
    }

    @Test
    void deletesEverythingOfATeamButItsTrail() {
        UserId jo = SampleTeams.insertUser(unitOfWork(), "jo");
        for (TeamId id : List.of(ACME, OTHER)) {
            SampleTeams.insert(unitOfWork(), id);
            unitOfWork().forTeam(id, transaction -> {
                transaction.members().save(new Member(jo, Role.OWNER, clock.instant()));
                transaction.invitations().insert(SampleTeams.invitation("one", clock.instant()));
                transaction.apiKeys().insert(SampleTeams.apiKey("one", clock.instant()));
                transaction.profile().save(SampleProfiles.withStaff("Acme", 3));
                transaction.audit().append("user:jo", "team.made", id.value(), Map.of(), Map.of());
                return id;
            });
        }

        assertThat(delete(ACME)).isTrue();

        assertThat(left(ACME)).containsExactly(0, 0, 0, 0, 0, 1);
        assertThat(left(OTHER)).containsExactly(1, 1, 1, 1, 1, 1);
        assertThat(delete(ACME)).isFalse();
    }

    private List<Integer> left(TeamId id) {
        return unitOfWork()
                .<List<Integer>>forTeam(
                        id,
                        transaction -> List.of(
                                transaction.team().find().isPresent() ? 1 : 0,
                                transaction.members().all().size(),
                                transaction.invitations().all().size(),
                                transaction.apiKeys().all().size(),
                                transaction.profile().find().isPresent() ? 1 : 0,
                                transaction.audit().latest(Optional.empty(), 9).size()));
    }
}
