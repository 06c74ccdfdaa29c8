package io.tenderhub.memory;

import io.tenderhub.alert.SavedSearchRepository;
import io.tenderhub.alert.SearchMatchRepository;
import io.tenderhub.audit.AuditTrail;
import io.tenderhub.company.ProfileRepository;
import io.tenderhub.event.Outbox;
import io.tenderhub.event.UnitOfWork.TeamTransaction;
import io.tenderhub.team.ApiKeyRepository;
import io.tenderhub.team.InvitationRepository;
import io.tenderhub.team.MemberRepository;
import io.tenderhub.team.TeamId;
import io.tenderhub.team.TeamRepository;
import io.tenderhub.team.TeamSagaRepository;
import io.tenderhub.workspace.WorkspaceRepository;
import java.util.Optional;

final class MemoryTeamTransaction implements TeamTransaction {
    private final TeamId team;
    private final Changes changes;

    MemoryTeamTransaction(TeamId team, Changes changes) {
        this.team = team;
        this.changes = changes;
    }

    @Override
    public TeamRepository team() {
        return new MemoryTeam(team, changes);
    }

    @Override
    public MemberRepository members() {
        return new MemoryMembers(team, changes);
    }

    @Override
    public InvitationRepository invitations() {
        return new MemoryInvitations(team, changes);
    }

    @Override
    public ApiKeyRepository apiKeys() {
        return new MemoryApiKeys(team, changes);
    }

    @Override
    public ProfileRepository profile() {
        return new MemoryProfile(team, changes);
    }

    @Override
    public TeamSagaRepository sagas() {
        return new MemoryTeamSagas(team, changes);
    }

    @Override
    public WorkspaceRepository workspace() {
        return new MemoryWorkspace(team, changes);
    }

    @Override
    public SavedSearchRepository savedSearches() {
        return new MemorySavedSearches(team, changes);
    }

    @Override
    public SearchMatchRepository searchMatches() {
        return new MemorySearchMatches(team, changes);
    }

    @Override
    public AuditTrail audit() {
        return new MemoryAuditTrail(team, changes);
    }

    @Override
    public Outbox outbox() {
        return events -> {
            if (!events.stream().allMatch(event -> event.team().equals(Optional.of(team)))) {
                throw new IllegalArgumentException(
                        "a transaction for team " + team + " appends events of that team only");
            }
            changes.append(events);
        };
    }
}
