package io.tenderhub.team;

import io.tenderhub.event.UnitOfWork;
import java.util.Optional;

/** The team of whoever wants to see something of it. */
final class ActiveTeam {
    private ActiveTeam() {}

    /**
     * @throws io.tenderhub.failure.NotAllowedException if the actor may not see what belongs to the team
     * @throws io.tenderhub.failure.NotFoundException if the team is not active
     */
    static Team of(UnitOfWork unitOfWork, Actor actor) {
        actor.require(Permission.READ);
        return unitOfWork
                .<Optional<Team>>forTeam(
                        actor.team(), transaction -> transaction.team().find())
                .filter(team -> team.state() == Team.State.ACTIVE)
                .orElseThrow(() -> TeamWork.notFound(actor.team()));
    }
}
