package io.tenderhub.memory;

import io.tenderhub.failure.NotFoundException;
import io.tenderhub.team.TeamId;
import io.tenderhub.workspace.WorkspaceEntry;
import io.tenderhub.workspace.WorkspaceRepository;
import java.util.Optional;

final class MemoryWorkspace implements WorkspaceRepository {
    private final TeamId team;
    private final Changes changes;

    MemoryWorkspace(TeamId team, Changes changes) {
        this.team = team;
        this.changes = changes;
    }

    @Override
    public Optional<WorkspaceEntry> find(String ocid) {
        return Optional.ofNullable(changes.team(team).workspace.get(ocid));
    }

    @Override
    public boolean insert(WorkspaceEntry entry) {
        if (changes.tender(entry.ocid()).isEmpty()) {
            throw new NotFoundException("tender", entry.ocid());
        }
        return find(entry.ocid()).isEmpty()
                && changes.changedTeam(team).workspace.put(entry.ocid(), entry) == null;
    }

    @Override
    public boolean update(WorkspaceEntry entry) {
        return find(entry.ocid()).isPresent()
                && changes.changedTeam(team).workspace.put(entry.ocid(), entry) != null;
    }

    @Override
    public boolean remove(String ocid) {
        return find(ocid).isPresent() && changes.changedTeam(team).workspace.remove(ocid) != null;
    }

    @Override
    public int count() {
        return changes.team(team).workspace.size();
    }
}
