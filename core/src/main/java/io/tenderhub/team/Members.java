package io.tenderhub.team;

import static java.util.Objects.requireNonNull;

import io.tenderhub.account.User;
import io.tenderhub.account.UserId;
import io.tenderhub.event.UnitOfWork;
import io.tenderhub.failure.NotAllowedException;
import io.tenderhub.failure.NotFoundException;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * Who is in a team, and as what. There is always an owner. Nobody gives a role, or takes one away, that may do more than he may
 * himself. API keys stay when the member who made them goes: they are the team's.
 */
public final class Members {
    private final UnitOfWork unitOfWork;

    public Members(UnitOfWork unitOfWork) {
        this.unitOfWork = requireNonNull(unitOfWork);
    }

    /** In the order they joined. */
    public List<TeamMember> list(Actor actor) {
        actor.require(Permission.READ);
        List<Member> members = unitOfWork.<List<Member>>forTeam(
                actor.team(), transaction -> transaction.members().all());
        Map<UserId, User> users = unitOfWork
                .<List<User>>forSystem(transaction -> transaction
                        .users()
                        .findAll(members.stream().map(Member::user).toList()))
                .stream()
                .collect(Collectors.toMap(User::id, Function.identity()));
        return members.stream()
                .filter(member -> users.containsKey(member.user()))
                .map(member -> new TeamMember(users.get(member.user()), member.role(), member.joinedAt()))
                .toList();
    }

    /**
     * Gives a member another role, which counts from his next request on.
     *
     * @throws NotFoundException if the user is no member
     * @throws NotAllowedException if the actor may not manage members, the old or the new role may do more than he may, or it would
     *     leave the team without an owner
     */
    public void changeRole(Actor actor, UserId user, Role role) {
        TeamWork.<Boolean>on(unitOfWork, actor, Permission.MANAGE_MEMBERS, work -> {
            Member member = require(work, user);
            requireReach(work, member.role());
            requireReach(work, role);
            if (member.role() == role) {
                return false;
            }
            requireAnotherOwner(work, member);
            work.transaction().members().save(new Member(user, role, member.joinedAt()));
            work.record(
                    "member.role-changed",
                    user.value(),
                    Map.of("role", member.role().code()),
                    Map.of("role", role.code()));
            return true;
        });
    }

    /**
     * Ends a membership, which counts from the user's next request on.
     *
     * @throws NotFoundException if the user is no member
     * @throws NotAllowedException if the actor may not manage members, the member's role may do more than he may, or it would leave
     *     the team without an owner
     */
    public void remove(Actor actor, UserId user) {
        TeamWork.<Boolean>on(unitOfWork, actor, Permission.MANAGE_MEMBERS, work -> {
            Member member = require(work, user);
            requireReach(work, member.role());
            return end(work, member, "member.removed");
        });
    }

    /**
     * Ends the actor's own membership.
     *
     * @throws NotAllowedException if it would leave the team without an owner, or the actor is no member but a key or the operator
     */
    public void leave(Actor actor) {
        UserId user = actor.user().orElseThrow(() -> new NotAllowedException("leave the team", "only members leave"));
        TeamWork.<Boolean>on(unitOfWork, actor, Permission.READ, work -> end(work, require(work, user), "member.left"));
    }

    private static boolean end(TeamWork work, Member member, String action) {
        requireAnotherOwner(work, member);
        work.transaction().members().remove(member.user());
        work.record(action, member.user().value(), Map.of("role", member.role().code()), Map.of());
        return true;
    }

    private static Member require(TeamWork work, UserId user) {
        return work.transaction().members().find(user).orElseThrow(() -> new NotFoundException("member", user.value()));
    }

    private static void requireReach(TeamWork work, Role role) {
        if (!work.reachesTo(role)) {
            throw new NotAllowedException("give or take the role " + role.code(), "it may do more than who asks");
        }
    }

    private static void requireAnotherOwner(TeamWork work, Member member) {
        boolean last = member.role() == Role.OWNER
                && work.transaction().members().all().stream()
                        .noneMatch(other ->
                                other.role() == Role.OWNER && !other.user().equals(member.user()));
        if (last) {
            throw new NotAllowedException("leave the team without an owner", "make another member its owner first");
        }
    }
}
