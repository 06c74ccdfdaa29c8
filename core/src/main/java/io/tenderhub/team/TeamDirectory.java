package io.tenderhub.team;

import io.tenderhub.account.UserId;
import java.util.List;
import java.util.Optional;

/**
 * Teams as the system sees them, all of them; had only through a {@link io.tenderhub.event.UnitOfWork unit of work} opened for the
 * system. Nothing is changed here: what changes a team is done for that team.
 */
public interface TeamDirectory {

    Optional<Team> find(TeamId id);

    /** Ordered by id. */
    List<Team> all();

    /** The teams a user belongs to, ordered by id. */
    List<Membership> ofUser(UserId user);
}
