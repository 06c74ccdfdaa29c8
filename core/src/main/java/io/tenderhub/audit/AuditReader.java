package io.tenderhub.audit;

import static java.util.Objects.requireNonNull;

import io.tenderhub.event.UnitOfWork;
import io.tenderhub.failure.InvalidInputException;
import io.tenderhub.team.Actor;
import io.tenderhub.team.Permission;
import java.util.List;
import java.util.Optional;

/** Shows a team's audit trail to those who may read it. */
public final class AuditReader {
    private static final int MOST = 200;

    private final UnitOfWork unitOfWork;

    public AuditReader(UnitOfWork unitOfWork) {
        this.unitOfWork = requireNonNull(unitOfWork);
    }

    /**
     * @param from the {@code next} of the page before; empty for the latest entries
     * @param limit 1 to 200
     * @throws InvalidInputException if the limit is not so
     * @throws io.tenderhub.failure.NotAllowedException if the actor may not read the trail
     */
    public AuditPage latest(Actor actor, Optional<String> from, int limit) {
        actor.require(Permission.READ_AUDIT);
        if (limit < 1 || limit > MOST) {
            throw new InvalidInputException("audit trail", "limit", "must be 1 to " + MOST + ", not " + limit);
        }
        List<AuditEntry> found = unitOfWork.<List<AuditEntry>>forTeam(
                actor.team(), transaction -> transaction.audit().latest(from, limit + 1));
        List<AuditEntry> page = found.subList(0, Math.min(limit, found.size()));
        return new AuditPage(
                page, found.size() > limit ? Optional.of(page.get(limit - 1).id()) : Optional.empty());
    }
}
