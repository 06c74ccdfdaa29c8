package io.tenderhub.team;

import static java.util.Objects.requireNonNull;

import io.tenderhub.account.EmailAddress;
import io.tenderhub.account.Secret;
import io.tenderhub.account.TokenMint;
import io.tenderhub.account.User;
import io.tenderhub.event.UnitOfWork;
import io.tenderhub.event.UnitOfWork.TeamTransaction;
import io.tenderhub.failure.ConflictException;
import io.tenderhub.failure.InvalidInputException;
import io.tenderhub.failure.LimitReachedException;
import io.tenderhub.failure.NotAllowedException;
import io.tenderhub.failure.NotAuthenticatedException;
import io.tenderhub.failure.NotFoundException;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * How users come into a team: somebody who may manage members invites an address, and the user of that address accepts. An open
 * invitation holds a seat until it is accepted, withdrawn or a week old.
 */
public final class Invitations {
    private static final Duration LIFE = Duration.ofDays(7);

    private final UnitOfWork unitOfWork;
    private final Plans plans;
    private final Clock clock;
    private final TokenMint mint;

    /** @param random which nobody can foresee */
    public Invitations(UnitOfWork unitOfWork, Plans plans, Clock clock, SecureRandom random) {
        this.unitOfWork = requireNonNull(unitOfWork);
        this.plans = requireNonNull(plans);
        this.clock = requireNonNull(clock);
        this.mint = new TokenMint(random);
    }

    /**
     * Invites whoever has an address; an open invitation for it is replaced.
     *
     * @return the invitation with what accepts it, for him alone; had only here
     * @throws InvalidInputException if that is no address
     * @throws NotAllowedException if the actor may not manage members, or the role may do more than he may
     * @throws ConflictException if a member has this address
     * @throws LimitReachedException if all seats of the team's plan are taken
     */
    public MadeInvitation make(Actor actor, String email, Role role) {
        actor.require(Permission.MANAGE_MEMBERS);
        EmailAddress address = EmailAddress.read(email)
                .orElseThrow(() -> new InvalidInputException("invitation", "email", "must look like name@example.org"));
        Optional<User> user = unitOfWork.<Optional<User>>forSystem(
                transaction -> transaction.users().findByEmail(address));
        String letters = mint.secret();
        Invitation invitation = TeamWork.on(unitOfWork, actor, Permission.MANAGE_MEMBERS, work -> {
            if (!work.reachesTo(role)) {
                throw new NotAllowedException("invite as " + role.code(), "it may do more than who asks");
            }
            if (user.flatMap(known -> work.transaction().members().find(known.id()))
                    .isPresent()) {
                throw new ConflictException("there is a member with this address already");
            }
            return insert(work, address, role, letters);
        });
        return new MadeInvitation(invitation, new InvitationToken(actor.team(), invitation.id(), letters).text());
    }

    /** As {@link #make}, for whoever needs the token alone. */
    public Secret invite(Actor actor, String email, Role role) {
        return make(actor, email, role).token();
    }

    private Invitation insert(TeamWork work, EmailAddress address, Role role, String letters) {
        Instant now = clock.instant().truncatedTo(ChronoUnit.MICROS);
        removeUseless(work.transaction(), address, now);
        requireSeat(work, work.transaction().invitations().all().size());
        Invitation invitation = new Invitation(
                mint.id(8), address, role, TokenMint.hash(letters), work.actor().name(), now, now.plus(LIFE));
        work.transaction().invitations().insert(invitation);
        work.record("member.invited", invitation.id(), Map.of(), shown(invitation));
        return invitation;
    }

    private static void removeUseless(TeamTransaction transaction, EmailAddress address, Instant now) {
        for (Invitation known : transaction.invitations().all()) {
            if (hasExpired(known, now) || known.email().equals(address)) {
                transaction.invitations().remove(known.id());
            }
        }
    }

    private void requireSeat(TeamWork work, int held) {
        requireSeat(plans.of(work.team()), work.transaction().members().count() + held);
    }

    private static void requireSeat(Plan plan, int taken) {
        if (plan.seats().isPresent() && taken >= plan.seats().getAsInt()) {
            throw new LimitReachedException("seats", plan.seats().getAsInt());
        }
    }

    /**
     * Makes a user a member of the team that invited his address.
     *
     * @throws NotAuthenticatedException if the token accepts nothing for this user: never did, does not any more, or is for another
     * @throws ConflictException if he is a member already
     * @throws LimitReachedException if the team's plan has fewer seats by now
     */
    public Membership accept(Secret token, User user) {
        InvitationToken shown = InvitationToken.read(token).orElseThrow(Invitations::useless);
        return unitOfWork.<Membership>forTeam(shown.team(), transaction -> {
            Instant now = clock.instant().truncatedTo(ChronoUnit.MICROS);
            Team team = transaction
                    .team()
                    .lock()
                    .filter(known -> known.state() == Team.State.ACTIVE)
                    .orElseThrow(Invitations::useless);
            Invitation invitation = transaction
                    .invitations()
                    .find(shown.invitation())
                    .filter(known -> TokenMint.matches(shown.letters(), known.tokenHash()))
                    .filter(known -> known.email().equals(user.email()) && !hasExpired(known, now))
                    .orElseThrow(Invitations::useless);
            Actor actor = Actor.ofMember(team.id(), user.id(), invitation.role());
            return join(new TeamWork(transaction, team, actor), invitation, user, now);
        });
    }

    private Membership join(TeamWork work, Invitation invitation, User user, Instant now) {
        if (work.transaction().members().find(user.id()).isPresent()) {
            throw new ConflictException("you are a member already");
        }
        requireSeat(work, 0);
        work.transaction().invitations().remove(invitation.id());
        work.transaction().members().save(new Member(user.id(), invitation.role(), now));
        Map<String, String> after =
                Map.of("role", invitation.role().code(), "invitation", invitation.id(), "invitedBy", invitation.by());
        work.record("member.joined", user.id().value(), Map.of(), after);
        return new Membership(work.team().id(), user.id(), invitation.role());
    }

    /** Those that can be accepted, in the order they were made. */
    public List<Invitation> open(Actor actor) {
        actor.require(Permission.MANAGE_MEMBERS);
        Instant now = clock.instant();
        return unitOfWork
                .<List<Invitation>>forTeam(
                        actor.team(), transaction -> transaction.invitations().all())
                .stream()
                .filter(invitation -> !hasExpired(invitation, now))
                .toList();
    }

    /**
     * Takes an invitation back.
     *
     * @throws NotFoundException if there is none with this id
     * @throws NotAllowedException if the actor may not manage members
     */
    public void withdraw(Actor actor, String id) {
        TeamWork.<Boolean>on(unitOfWork, actor, Permission.MANAGE_MEMBERS, work -> {
            Invitation invitation = work.transaction()
                    .invitations()
                    .find(id)
                    .orElseThrow(() -> new NotFoundException("invitation", id));
            work.transaction().invitations().remove(id);
            work.record("invitation.withdrawn", id, shown(invitation), Map.of());
            return true;
        });
    }

    static boolean hasExpired(Invitation invitation, Instant now) {
        return !now.isBefore(invitation.expiresAt());
    }

    private static Map<String, String> shown(Invitation invitation) {
        return Map.of(
                "email", invitation.email().value(), "role", invitation.role().code());
    }

    private static NotAuthenticatedException useless() {
        return new NotAuthenticatedException("this invitation can't be accepted; ask for a new one");
    }
}
