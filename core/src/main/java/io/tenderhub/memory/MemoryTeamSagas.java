package io.tenderhub.memory;

import io.tenderhub.failure.ConflictException;
import io.tenderhub.team.TeamId;
import io.tenderhub.team.TeamSaga;
import io.tenderhub.team.TeamSagaRepository;
import java.util.Optional;

final class MemoryTeamSagas implements TeamSagaRepository {
    private final TeamId team;
    private final Changes changes;

    MemoryTeamSagas(TeamId team, Changes changes) {
        this.team = team;
        this.changes = changes;
    }

    @Override
    public Optional<TeamSaga> find() {
        return Optional.ofNullable(changes.team(team).saga);
    }

    /** Nothing to lock: a transaction is run again when what it read of the team moved. */
    @Override
    public Optional<TeamSaga> lock() {
        return find();
    }

    @Override
    public void insert(TeamSaga saga) {
        requireOwn(saga);
        if (find().isPresent()) {
            throw new ConflictException("the team id " + team + " is taken");
        }
        changes.changedTeam(team).saga = saga;
    }

    @Override
    public boolean update(TeamSaga saga) {
        requireOwn(saga);
        if (find().isEmpty()) {
            return false;
        }
        changes.changedTeam(team).saga = saga;
        return true;
    }

    private void requireOwn(TeamSaga saga) {
        if (!saga.team().equals(team)) {
            throw new IllegalArgumentException("a transaction for " + team + " does not touch " + saga.team());
        }
    }
}
