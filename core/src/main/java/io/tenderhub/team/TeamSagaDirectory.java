package io.tenderhub.team;

import java.util.List;
import java.util.Optional;

/** The sagas of all teams, for whoever runs the hub; had only through a unit of work opened for the system. */
public interface TeamSagaDirectory {

    /** Those with something left to be done, ordered by team. */
    List<TeamSaga> unfinished();

    Optional<TeamSaga> find(TeamId team);
}
