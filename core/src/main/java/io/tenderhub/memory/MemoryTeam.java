package io.tenderhub.memory;

import io.tenderhub.failure.ConflictException;
import io.tenderhub.team.Team;
import io.tenderhub.team.TeamId;
import io.tenderhub.team.TeamRepository;
import java.util.Optional;

final class MemoryTeam implements TeamRepository {
    private final TeamId id;
    private final Changes changes;

    MemoryTeam(TeamId id, Changes changes) {
        this.id = id;
        this.changes = changes;
    }

    @Override
    public Optional<Team> find() {
        return Optional.ofNullable(changes.team(id).team);
    }

    /** Nothing to lock: a transaction is run again when what it read of the team moved. */
    @Override
    public Optional<Team> lock() {
        return find();
    }

    @Override
    public void insert(Team team) {
        requireOwn(team);
        if (find().isPresent()) {
            throw new ConflictException("there is a team " + id + " already");
        }
        changes.changedTeam(id).team = team;
    }

    @Override
    public boolean update(Team team) {
        requireOwn(team);
        if (find().isEmpty()) {
            return false;
        }
        changes.changedTeam(id).team = team;
        return true;
    }

    @Override
    public boolean delete() {
        boolean known = find().isPresent();
        changes.changedTeam(id).clear();
        return known;
    }

    private void requireOwn(Team team) {
        if (!team.id().equals(id)) {
            throw new IllegalArgumentException("a transaction for " + id + " does not touch " + team.id());
        }
    }
}
