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
     * @throws NotFoundException if there is no such team that is active, or the actor is not in it any more, or his key was revoked
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

    /**
     * With what a member's role or a key's scopes allow by now; whoever runs the hub stays who he is.
     *
     * @throws NotFoundException if the member has left, or the key was revoked
     */
    static Actor asHeStandsNow(TeamTransaction transaction, Actor actor) {
        TeamId team = actor.team();
        if (actor.user().isPresent()) {
            Member member = transaction.members().find(actor.user().get()).orElseThrow(() -> notFound(team));
            return Actor.ofMember(team, member.user(), member.role());
        }
        if (actor.apiKey().isPresent()) {
            ApiKey key = transaction
                    .apiKeys()
                    .find(actor.apiKey().get())
                    .filter(known -> !known.isRevoked())
                    .orElseThrow(() -> notFound(team));
            return Actor.ofApiKey(team, key.id(), key.scopes());
        }
        return actor;
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
