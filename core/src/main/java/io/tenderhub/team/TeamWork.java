package io.tenderhub.team;

import io.tenderhub.event.DomainEvent;
import io.tenderhub.event.EventType;
import io.tenderhub.event.UnitOfWork;
import io.tenderhub.event.UnitOfWork.TeamTransaction;
import io.tenderhub.failure.NotFoundException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/**
 * A team under its lock, and who changes something in it.
 *
 * @param actor as he stands now, not as he stood when he was authenticated
 */
record TeamWork(TeamTransaction transaction, Team team, Actor actor) {

    /**
     * Does something in a team while nobody else does.
     *
     * @throws NotFoundException if there is no such team that is active, or the actor is not in it any more
     * @throws io.tenderhub.failure.NotAllowedException if he may not, by now
     */
    static <T> T on(UnitOfWork unitOfWork, Actor actor, Permission permission, Function<TeamWork, T> work) {
        return unitOfWork.<T>forTeam(actor.team(), transaction -> {
            Team team = transaction
                    .team()
                    .lock()
                    .filter(known -> known.state() == Team.State.ACTIVE)
                    .orElseThrow(() -> notFound(actor.team()));
            Actor now = asHeStandsNow(transaction, actor);
            now.require(permission);
            return work.apply(new TeamWork(transaction, team, now));
        });
    }

    private static Actor asHeStandsNow(TeamTransaction transaction, Actor actor) {
        if (actor.user().isEmpty()) {
            return actor;
        }
        Member member = transaction.members().find(actor.user().get()).orElseThrow(() -> notFound(actor.team()));
        return Actor.ofMember(actor.team(), member.user(), member.role());
    }

    /** Nobody gives or takes what he has not himself. */
    boolean reachesTo(Role role) {
        return actor.permissions().containsAll(role.permissions());
    }

    /** Writes it into the audit trail and tells the others. */
    void record(String action, String subject, Map<String, String> before, Map<String, String> after) {
        transaction.audit().append(actor.name(), action, subject, before, after);
        transaction.outbox().append(List.of(activity(team.id(), actor, action, subject)));
    }

    /** @param action as in the audit trail */
    static DomainEvent activity(TeamId team, Actor actor, String action, String subject) {
        return new DomainEvent(
                EventType.USER_ACTIVITY,
                actor.user().map(user -> user.value()).orElse(actor.name()),
                Optional.of(team),
                Map.of("action", action, "subject", subject));
    }

    static NotFoundException notFound(TeamId team) {
        return new NotFoundException("team", team.value());
    }
}
