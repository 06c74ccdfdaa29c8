package io.tenderhub.team;

import static io.tenderhub.team.TeamStand.ACME;
import static io.tenderhub.team.TeamStand.OTHER;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.tenderhub.account.Secret;
import io.tenderhub.account.User;
import io.tenderhub.account.UserId;
import io.tenderhub.audit.AuditEntry;
import io.tenderhub.event.DomainEvent;
import io.tenderhub.event.EventType;
import io.tenderhub.failure.NotAllowedException;
import io.tenderhub.failure.NotFoundException;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;

class MembersTest {
    private final TeamStand stand = new TeamStand();
    private final User jo = stand.user("jo");
    private final User mo = stand.user("mo");
    private final User zo = stand.user("zo");
    private final Actor owner = stand.team(ACME, "pro", jo);
    private final Actor admin = stand.join(ACME, mo, Role.ADMIN);
    private final Actor viewer = stand.join(ACME, zo, Role.VIEWER);
    private final Members members = stand.members;

    private Optional<Role> roleOf(User user) {
        return stand.membersOf(ACME).stream()
                .filter(member -> member.user().equals(user.id()))
                .map(Member::role)
                .findFirst();
    }

    @Test
    void listsMembersWithWhoTheyAreInTheOrderTheyJoined() {
        assertThat(members.list(viewer)).extracting(TeamMember::user).containsExactly(jo, mo, zo);
        assertThat(members.list(viewer))
                .extracting(TeamMember::role)
                .containsExactly(Role.OWNER, Role.ADMIN, Role.VIEWER);
    }

    @Test
    void changesARoleAndSaysWhoDidWhat() {
        stand.events();

        members.changeRole(admin, zo.id(), Role.MEMBER);

        assertThat(roleOf(zo)).contains(Role.MEMBER);
        AuditEntry entry = stand.trail(ACME).get(0);
        assertThat(entry)
                .isEqualTo(new AuditEntry(
                        entry.id(),
                        stand.clock.instant(),
                        "user:" + mo.id(),
                        "member.role-changed",
                        zo.id().value(),
                        Map.of("role", "viewer"),
                        Map.of("role", "member")));
        assertThat(stand.events())
                .containsExactly(new DomainEvent(
                        EventType.USER_ACTIVITY,
                        mo.id().value(),
                        Optional.of(ACME),
                        Map.of(
                                "action",
                                "member.role-changed",
                                "subject",
                                zo.id().value())));
    }

    @Test
    void saysNothingWhenARoleStaysWhatItIs() {
        members.changeRole(admin, zo.id(), Role.VIEWER);

        assertThat(stand.trail(ACME)).isEmpty();
    }

    @Test
    void letsNobodyGiveOrTakeARoleAboveHisOwn() {
        assertThatThrownBy(() -> members.changeRole(admin, zo.id(), Role.OWNER))
                .isInstanceOf(NotAllowedException.class);
        assertThatThrownBy(() -> members.changeRole(admin, mo.id(), Role.OWNER))
                .isInstanceOf(NotAllowedException.class);
        assertThatThrownBy(() -> members.changeRole(admin, jo.id(), Role.VIEWER))
                .isInstanceOf(NotAllowedException.class);
        assertThatThrownBy(() -> members.remove(admin, jo.id())).isInstanceOf(NotAllowedException.class);
        Actor key = stand.program(ACME, Permission.READ, Permission.MANAGE_MEMBERS);
        assertThatThrownBy(() -> members.changeRole(key, zo.id(), Role.MEMBER)).isInstanceOf(NotAllowedException.class);

        assertThat(stand.trail(ACME)).isEmpty();
    }

    @Test
    void letsOnlyThoseManageMembersWhoMay() {
        assertThatThrownBy(() -> members.changeRole(viewer, zo.id(), Role.MEMBER))
                .isInstanceOf(NotAllowedException.class);
        assertThatThrownBy(() -> members.remove(viewer, mo.id())).isInstanceOf(NotAllowedException.class);
    }

    @Test
    void looksAtWhatAnActorIsNowAndNotAtWhatHeWasWhenHeAsked() {
        members.changeRole(owner, mo.id(), Role.VIEWER);
        assertThatThrownBy(() -> members.remove(admin, zo.id())).isInstanceOf(NotAllowedException.class);

        members.remove(owner, mo.id());
        assertThatThrownBy(() -> members.remove(admin, zo.id())).isInstanceOf(NotFoundException.class);
        assertThat(roleOf(zo)).isPresent();
    }

    @Test
    void neverLeavesATeamWithoutAnOwner() {
        assertThatThrownBy(() -> members.leave(owner)).isInstanceOf(NotAllowedException.class);
        assertThatThrownBy(() -> members.remove(owner, jo.id())).isInstanceOf(NotAllowedException.class);
        assertThatThrownBy(() -> members.changeRole(owner, jo.id(), Role.ADMIN))
                .isInstanceOf(NotAllowedException.class);
        assertThatThrownBy(() -> members.remove(Actor.operator(ACME), jo.id())).isInstanceOf(NotAllowedException.class);

        members.changeRole(owner, mo.id(), Role.OWNER);
        members.leave(owner);

        assertThat(roleOf(jo)).isEmpty();
        assertThat(roleOf(mo)).contains(Role.OWNER);
    }

    @Test
    void letsEveryMemberLeaveButNoKey() {
        members.leave(viewer);

        assertThat(roleOf(zo)).isEmpty();
        assertThat(stand.trail(ACME)).extracting(AuditEntry::action).containsExactly("member.left");
        assertThatThrownBy(() -> members.leave(Actor.ofApiKey(ACME, "k", Set.of(Permission.READ))))
                .isInstanceOf(NotAllowedException.class);
    }

    @Test
    void countsAtOnceForTheSessionsOfWhoIsRemoved() {
        Secret token = stand.logins.login("zo@example.org", TeamStand.PASSWORD);
        assertThat(stand.access.of(token, ACME).permissions()).isEqualTo(Role.VIEWER.permissions());

        members.changeRole(owner, zo.id(), Role.ADMIN);
        assertThat(stand.access.of(token, ACME).permissions()).isEqualTo(Role.ADMIN.permissions());

        members.remove(owner, zo.id());
        assertThatThrownBy(() -> stand.access.of(token, ACME)).isInstanceOf(NotFoundException.class);
    }

    @Test
    void knowsNoMemberOfAnotherTeam() {
        Actor stranger = stand.team(OTHER, "pro", stand.user("stranger"));

        assertThatThrownBy(() -> members.remove(stranger, zo.id())).isInstanceOf(NotFoundException.class);
        assertThatThrownBy(() -> members.changeRole(stranger, zo.id(), Role.ADMIN))
                .isInstanceOf(NotFoundException.class);
        assertThatThrownBy(() -> members.remove(owner, new UserId("nobody"))).isInstanceOf(NotFoundException.class);
        assertThat(members.list(stranger)).hasSize(1);
    }

    @Test
    void changesNothingInATeamThatIsNotActive() {
        stand.setState(ACME, Team.State.LEAVING);

        assertThatThrownBy(() -> members.remove(owner, zo.id())).isInstanceOf(NotFoundException.class);
        assertThat(roleOf(zo)).isPresent();
    }
}
