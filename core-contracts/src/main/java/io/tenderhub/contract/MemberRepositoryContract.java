package io.tenderhub.contract;

import static io.tenderhub.contract.SampleTeams.ACME;
import static io.tenderhub.contract.SampleTeams.OTHER;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.tenderhub.account.UserId;
import io.tenderhub.event.UnitOfWork;
import io.tenderhub.team.Member;
import io.tenderhub.team.MemberRepository;
import io.tenderhub.team.Role;
import io.tenderhub.team.TeamId;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What {@link MemberRepository} promises. */
public abstract class MemberRepositoryContract {
    private static final UserId JO = new UserId("jo");
    private static final UserId MO = new UserId("mo");

    /** The clock that the implementation under test is built with. */
    protected final MovableClock clock = new MovableClock(Instant.parse("2026-11-21T08:00:00Z"));

    protected abstract UnitOfWork unitOfWork();

    @BeforeEach
    void twoTeamsAndTwoUsersWhoAreInNone() {
        SampleTeams.insert(unitOfWork(), ACME);
        SampleTeams.insert(unitOfWork(), OTHER);
        SampleTeams.insertUser(unitOfWork(), JO.value());
        SampleTeams.insertUser(unitOfWork(), MO.value());
    }

    private <T> T members(TeamId team, Function<MemberRepository, T> work) {
        return unitOfWork().<T>forTeam(team, transaction -> work.apply(transaction.members()));
    }

    private <T> Optional<T> find(TeamId team, Function<MemberRepository, Optional<T>> work) {
        return members(team, work);
    }

    private boolean succeeds(TeamId team, Function<MemberRepository, Boolean> work) {
        return members(team, work);
    }

    private Member save(TeamId team, UserId user, Role role) {
        Member member = new Member(user, role, clock.instant());
        SampleTeams.join(unitOfWork(), team, user, role, clock.instant());
        return member;
    }

    @Test
    void hasNoMembersAtFirst() {
        assertThat(members(ACME, MemberRepository::all)).isEmpty();
        assertThat(members(ACME, MemberRepository::count)).isZero();
        assertThat(find(ACME, repository -> repository.find(JO))).isEmpty();
        assertThat(succeeds(ACME, repository -> repository.remove(JO))).isFalse();
    }

    @Test
    void listsMembersInTheOrderTheyJoined() {
        Member mo = save(ACME, MO, Role.OWNER);
        clock.advance(Duration.ofSeconds(1));
        Member jo = save(ACME, JO, Role.VIEWER);

        assertThat(members(ACME, MemberRepository::all)).containsExactly(mo, jo);
        assertThat(members(ACME, MemberRepository::count)).isEqualTo(2);
        assertThat(find(ACME, repository -> repository.find(JO))).contains(jo);
    }

    @Test
    void keepsEveryRole() {
        for (Role role : Role.values()) {
            save(ACME, JO, role);

            assertThat(find(ACME, repository -> repository.find(JO))
                            .orElseThrow()
                            .role())
                    .isEqualTo(role);
        }
    }

    @Test
    void remembersWhenAMemberJoinedThoughHisRoleChanges() {
        Instant joined = clock.instant();
        save(ACME, JO, Role.VIEWER);
        clock.advance(Duration.ofDays(3));

        save(ACME, JO, Role.ADMIN);

        assertThat(members(ACME, MemberRepository::all)).containsExactly(new Member(JO, Role.ADMIN, joined));
    }

    @Test
    void removesAMemberFromItsOwnTeamOnly() {
        save(ACME, JO, Role.OWNER);
        Member there = save(OTHER, JO, Role.VIEWER);

        assertThat(succeeds(ACME, repository -> repository.remove(JO))).isTrue();

        assertThat(members(ACME, MemberRepository::all)).isEmpty();
        assertThat(members(OTHER, MemberRepository::all)).containsExactly(there);
        assertThat(succeeds(ACME, repository -> repository.remove(JO))).isFalse();
    }

    @Test
    void seesOnlyTheMembersOfItsOwnTeam() {
        save(OTHER, JO, Role.OWNER);

        assertThat(members(ACME, MemberRepository::all)).isEmpty();
        assertThat(members(ACME, MemberRepository::count)).isZero();
        assertThat(find(ACME, repository -> repository.find(JO))).isEmpty();
    }

    @Test
    void rollsBackWhenTheWorkThrows() {
        IllegalStateException failure = new IllegalStateException("no");

        assertThatThrownBy(() -> unitOfWork().forTeam(ACME, transaction -> {
                    transaction.members().save(new Member(JO, Role.OWNER, clock.instant()));
                    assertThat(transaction.members().count()).isOne();
                    throw failure;
                }))
                .isSameAs(failure);

        assertThat(members(ACME, MemberRepository::all)).isEmpty();
    }

    @Test
    void losesNoneOfManyWhoJoinAtOnce() throws Exception {
        List<UserId> users = List.of(
                SampleTeams.insertUser(unitOfWork(), "a"),
                SampleTeams.insertUser(unitOfWork(), "b"),
                SampleTeams.insertUser(unitOfWork(), "c"),
                SampleTeams.insertUser(unitOfWork(), "d"));

        Simultaneously.run(4, i -> () -> save(ACME, users.get(i), Role.MEMBER));

        assertThat(members(ACME, MemberRepository::all))
                .extracting(Member::user)
                .containsExactlyInAnyOrderElementsOf(users);
        Optional<Member> last = find(ACME, repository -> repository.find(users.get(3)));
        assertThat(last).isPresent();
    }
}
