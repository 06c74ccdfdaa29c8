package io.tenderhub.team;

import static io.tenderhub.team.TeamStand.ACME;
import static io.tenderhub.team.TeamStand.OTHER;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.tenderhub.account.Secret;
import io.tenderhub.account.User;
import io.tenderhub.audit.AuditEntry;
import io.tenderhub.failure.ConflictException;
import io.tenderhub.failure.InvalidInputException;
import io.tenderhub.failure.LimitReachedException;
import io.tenderhub.failure.NotAllowedException;
import io.tenderhub.failure.NotAuthenticatedException;
import io.tenderhub.failure.NotFoundException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class InvitationsTest {
    private static final String USELESS = "this invitation can't be accepted; ask for a new one";

    private final TeamStand stand = new TeamStand();
    private final User jo = stand.user("jo");
    private final User mo = stand.user("mo");
    private final Actor owner = stand.team(ACME, "basic", jo);
    private final Invitations invitations = stand.invitations;

    private void refuses(Secret token, User user) {
        assertThatThrownBy(() -> invitations.accept(token, user))
                .isInstanceOf(NotAuthenticatedException.class)
                .hasMessage(USELESS);
    }

    @Test
    void makesAMemberOfWhoAcceptsAnInvitation() {
        Secret token = invitations.invite(owner, " MO@example.org", Role.ADMIN);
        stand.clock.advance(Duration.ofHours(1));

        assertThat(invitations.accept(token, mo)).isEqualTo(new Membership(ACME, mo.id(), Role.ADMIN));

        assertThat(stand.membersOf(ACME)).contains(new Member(mo.id(), Role.ADMIN, stand.clock.instant()));
        assertThat(invitations.open(owner)).isEmpty();
    }

    @Test
    void writesWhoInvitedAndWhoCameAndNoSecret() {
        stand.events();
        Secret token = invitations.invite(owner, "mo@example.org", Role.MEMBER);
        Invitation open = invitations.open(owner).get(0);
        invitations.accept(token, mo);

        List<AuditEntry> trail = stand.trail(ACME);
        assertThat(trail).extracting(AuditEntry::action).containsExactly("member.joined", "member.invited");
        assertThat(trail).extracting(AuditEntry::actor).containsExactly("user:" + mo.id(), "user:" + jo.id());
        assertThat(trail.get(1).after()).isEqualTo(Map.of("email", "mo@example.org", "role", "member"));
        assertThat(stand.events())
                .extracting(event -> event.payload().get("action"))
                .containsExactly("member.invited", "member.joined");
        String letters = token.reveal().substring(token.reveal().lastIndexOf('.') + 1);
        assertThat(trail.toString() + open + token).doesNotContain(letters).doesNotContain(open.tokenHash());
        assertThat(open.tokenHash()).doesNotContain(letters);
    }

    @Test
    void givesTheSameAnswerWhateverIsWrongWithAToken() {
        Secret good = invitations.invite(owner, "mo@example.org", Role.MEMBER);
        String text = good.reveal();

        refuses(good, stand.user("zo"));
        List<String> bad = new ArrayList<>(List.of("", "x", "a.b.c", "acme", "acme." + "a".repeat(50)));
        bad.add(text.replace("acme.", "other."));
        bad.add(text.replace("acme.", "nowhere."));
        bad.add(text.substring(0, text.length() - 1) + (text.endsWith("A") ? "B" : "A"));
        bad.add(text.replaceFirst("\\.[0-9a-f]{16}\\.", ".0123456789abcdef."));
        stand.team(OTHER, "pro", stand.user("stranger"));
        bad.forEach(wrong -> refuses(new Secret(wrong), mo));

        invitations.accept(good, mo);
        refuses(good, mo);
    }

    @Test
    void acceptsNothingThatIsAWeekOldOrWithdrawnOrReplaced() {
        Secret old = invitations.invite(owner, "mo@example.org", Role.MEMBER);
        stand.clock.advance(Duration.ofDays(7).minusMillis(1));
        assertThat(invitations.open(owner)).hasSize(1);
        stand.clock.advance(Duration.ofMillis(1));
        assertThat(invitations.open(owner)).isEmpty();
        refuses(old, mo);

        Secret replaced = invitations.invite(owner, "mo@example.org", Role.MEMBER);
        Secret withdrawn = invitations.invite(owner, "mo@example.org", Role.VIEWER);
        refuses(replaced, mo);
        assertThat(invitations.open(owner)).hasSize(1);
        invitations.withdraw(owner, invitations.open(owner).get(0).id());
        refuses(withdrawn, mo);
        assertThat(stand.trail(ACME).get(0).action()).isEqualTo("invitation.withdrawn");
        assertThat(stand.membersOf(ACME)).hasSize(1);
    }

    @Test
    void acceptsNothingForATeamThatIsNotActive() {
        Secret token = invitations.invite(owner, "mo@example.org", Role.MEMBER);
        stand.setState(ACME, Team.State.LEAVING);

        refuses(token, mo);
    }

    @Test
    void countsMembersAndOpenInvitationsAgainstTheSeats() {
        Secret first = invitations.invite(owner, "mo@example.org", Role.MEMBER);
        invitations.invite(owner, "zo@example.org", Role.MEMBER);

        assertThatThrownBy(() -> invitations.invite(owner, "x@example.org", Role.MEMBER))
                .isInstanceOfSatisfying(LimitReachedException.class, full -> {
                    assertThat(full.limit()).isEqualTo("seats");
                    assertThat(full.most()).isEqualTo(3);
                });
        invitations.accept(first, mo);
        assertThatThrownBy(() -> invitations.invite(owner, "x@example.org", Role.MEMBER))
                .isInstanceOf(LimitReachedException.class);
        invitations.invite(owner, "zo@example.org", Role.VIEWER);

        stand.clock.advance(Duration.ofDays(8));
        invitations.invite(owner, "x@example.org", Role.MEMBER);
        assertThat(invitations.open(owner)).hasSize(1);
    }

    @Test
    void givesNoSeatThatThePlanHasNoMore() {
        Secret token = invitations.invite(owner, "mo@example.org", Role.MEMBER);
        hubPutsTeamOn("free");

        assertThatThrownBy(() -> invitations.accept(token, mo)).isInstanceOf(LimitReachedException.class);
        hubPutsTeamOn("pro");
        invitations.accept(token, mo);
    }

    private void hubPutsTeamOn(String plan) {
        stand.hub
                .unitOfWork()
                .<Boolean>forTeam(
                        ACME,
                        transaction -> transaction
                                .team()
                                .update(transaction.team().find().orElseThrow().withPlan(plan)));
    }

    @Test
    void letsThoseInviteWhoMayManageMembersUpToTheirOwnRole() {
        Actor admin = stand.join(ACME, mo, Role.ADMIN);

        assertThatThrownBy(() -> invitations.invite(admin, "x@example.org", Role.OWNER))
                .isInstanceOf(NotAllowedException.class);
        invitations.invite(admin, "x@example.org", Role.ADMIN);
        stand.members.changeRole(owner, mo.id(), Role.MEMBER);
        assertThatThrownBy(() -> invitations.invite(admin, "y@example.org", Role.VIEWER))
                .isInstanceOf(NotAllowedException.class);
        Actor key = stand.program(ACME, Permission.READ);
        assertThatThrownBy(() -> invitations.invite(key, "y@example.org", Role.VIEWER))
                .isInstanceOf(NotAllowedException.class);
        assertThatThrownBy(() -> invitations.open(key)).isInstanceOf(NotAllowedException.class);
        assertThatThrownBy(() -> invitations.withdraw(key, "x")).isInstanceOf(NotAllowedException.class);
    }

    @Test
    void invitesNobodyTwice() {
        assertThatThrownBy(() -> invitations.invite(owner, "jo@example.org", Role.ADMIN))
                .isInstanceOf(ConflictException.class);
        assertThatThrownBy(() -> invitations.invite(owner, "nobody", Role.ADMIN))
                .isInstanceOf(InvalidInputException.class);
    }

    @Test
    void withdrawsNoInvitationOfAnotherTeam() {
        Actor stranger = stand.team(OTHER, "pro", stand.user("stranger"));
        invitations.invite(owner, "mo@example.org", Role.MEMBER);
        String id = invitations.open(owner).get(0).id();

        assertThatThrownBy(() -> invitations.withdraw(stranger, id)).isInstanceOf(NotFoundException.class);
        assertThat(invitations.open(stranger)).isEmpty();
        assertThat(invitations.open(owner)).hasSize(1);
    }
}
