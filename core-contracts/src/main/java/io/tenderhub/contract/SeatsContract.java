package io.tenderhub.contract;

import static io.tenderhub.contract.SampleTeams.ACME;
import static io.tenderhub.contract.SampleTeams.user;
import static org.assertj.core.api.Assertions.assertThat;

import io.tenderhub.account.Secret;
import io.tenderhub.account.UserId;
import io.tenderhub.event.UnitOfWork;
import io.tenderhub.failure.LimitReachedException;
import io.tenderhub.failure.NotAllowedException;
import io.tenderhub.failure.NotAuthenticatedException;
import io.tenderhub.failure.NotFoundException;
import io.tenderhub.team.Actor;
import io.tenderhub.team.Invitations;
import io.tenderhub.team.Member;
import io.tenderhub.team.Members;
import io.tenderhub.team.Plans;
import io.tenderhub.team.Role;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import org.junit.jupiter.api.Test;

/** That the lock of a team's row keeps many who act at once to what one after the other could have done. */
public abstract class SeatsContract {
    private static final int MANY = 64;

    /** The clock that the implementation under test is built with. */
    protected final MovableClock clock = new MovableClock(Instant.parse("2026-11-21T08:00:00Z"));

    protected abstract UnitOfWork unitOfWork();

    private Actor owner(String plan) {
        UserId jo = SampleTeams.insertUser(unitOfWork(), "jo");
        unitOfWork().forTeam(ACME, transaction -> {
            transaction.team().insert(SampleTeams.team(ACME).withPlan(plan));
            return ACME;
        });
        return join(jo, Role.OWNER);
    }

    private Actor join(UserId user, Role role) {
        SampleTeams.join(unitOfWork(), ACME, user, role, clock.instant());
        return Actor.ofMember(ACME, user, role);
    }

    private List<Member> members() {
        return unitOfWork()
                .<List<Member>>forTeam(
                        ACME, transaction -> transaction.members().all());
    }

    private Invitations invitations() {
        return new Invitations(unitOfWork(), Plans.standard(), clock, new SecureRandom());
    }

    /** 1 for what was done, 0 for what was refused. */
    private static Callable<Integer> attempt(Runnable action) {
        return () -> {
            try {
                action.run();
                return 1;
            } catch (LimitReachedException
                    | NotAllowedException
                    | NotFoundException
                    | NotAuthenticatedException refused) {
                return 0;
            }
        };
    }

    private static int sum(List<Integer> results) {
        return results.stream().mapToInt(one -> one).sum();
    }

    @Test
    void givesTheLastSeatToOneOfManyInvitations() throws Exception {
        Actor owner = owner("basic");
        Invitations invitations = invitations();
        invitations.invite(owner, "first@example.org", Role.MEMBER);

        List<Integer> invited = Simultaneously.run(
                MANY, i -> attempt(() -> invitations.invite(owner, "user" + i + "@example.org", Role.MEMBER)));

        assertThat(sum(invited)).isEqualTo(1);
        assertThat(invitations.open(owner)).hasSize(2);
    }

    @Test
    void givesAnInvitationToOneOfManyWhoAcceptIt() throws Exception {
        Actor owner = owner("basic");
        Invitations invitations = invitations();
        SampleTeams.insertUser(unitOfWork(), "mo");
        Secret token = invitations.invite(owner, "mo@example.org", Role.MEMBER);

        List<Integer> accepted = Simultaneously.run(MANY, i -> attempt(() -> invitations.accept(token, user("mo"))));

        assertThat(sum(accepted)).isEqualTo(1);
        assertThat(members()).hasSize(2);
    }

    @Test
    void leavesOneOfManyOwnersWhoLeave() throws Exception {
        List<Actor> owners = new ArrayList<>(List.of(owner("pro")));
        for (int i = 1; i < 16; i++) {
            clock.advance(Duration.ofSeconds(1));
            owners.add(join(SampleTeams.insertUser(unitOfWork(), "user-" + i), Role.OWNER));
        }
        Members members = new Members(unitOfWork());

        List<Integer> left = Simultaneously.run(16, i -> attempt(() -> members.leave(owners.get(i))));

        assertThat(sum(left)).isEqualTo(15);
        assertThat(members()).extracting(Member::role).containsExactly(Role.OWNER);
    }

    @Test
    void leavesAnOwnerWhenManyPutEachOtherDown() throws Exception {
        List<Actor> owners = new ArrayList<>(List.of(owner("pro")));
        for (int i = 1; i < 16; i++) {
            clock.advance(Duration.ofSeconds(1));
            owners.add(join(SampleTeams.insertUser(unitOfWork(), "user-" + i), Role.OWNER));
        }
        Members members = new Members(unitOfWork());

        Simultaneously.run(
                16,
                i -> attempt(() -> members.changeRole(
                        owners.get(i), owners.get((i + 1) % 16).user().orElseThrow(), Role.VIEWER)));

        assertThat(members()).extracting(Member::role).contains(Role.OWNER);
    }
}
