package io.tenderhub.memory;

import io.tenderhub.team.TeamId;
import io.tenderhub.team.TeamSaga;
import io.tenderhub.team.TeamSagaDirectory;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

final class MemoryTeamSagaDirectory implements TeamSagaDirectory {
    private final Changes changes;

    MemoryTeamSagaDirectory(Changes changes) {
        this.changes = changes;
    }

    @Override
    public List<TeamSaga> unfinished() {
        return changes.committedTeams().stream()
                .flatMap(rows -> Stream.ofNullable(rows.saga))
                .filter(saga -> !saga.isDone())
                .toList();
    }

    @Override
    public Optional<TeamSaga> find(TeamId team) {
        return Optional.ofNullable(changes.committedTeam(team).saga);
    }
}
