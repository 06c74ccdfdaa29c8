package io.tenderhub.postgres;

import io.tenderhub.alert.SavedSearchRepository;
import io.tenderhub.alert.SearchMatchRepository;
import io.tenderhub.audit.AuditTrail;
import io.tenderhub.company.ProfileRepository;
import io.tenderhub.event.Outbox;
import io.tenderhub.event.UnitOfWork.TeamTransaction;
import io.tenderhub.team.ApiKeyRepository;
import io.tenderhub.team.InvitationRepository;
import io.tenderhub.team.MemberRepository;
import io.tenderhub.team.TeamRepository;
import io.tenderhub.team.TeamSagaRepository;
import io.tenderhub.workspace.WorkspaceRepository;
import java.util.Optional;

/** What is reached for one team, by the role that sees this team alone. */
record OneTeam(TeamScope scope) implements TeamTransaction {

    @Override
    public TeamRepository team() {
        return new StoredTeam(scope);
    }

    @Override
    public MemberRepository members() {
        return new StoredMembers(scope);
    }

    @Override
    public InvitationRepository invitations() {
        return new StoredInvitations(scope);
    }

    @Override
    public ApiKeyRepository apiKeys() {
        return new StoredApiKeys(scope);
    }

    @Override
    public ProfileRepository profile() {
        return new ProfileWriter(scope);
    }

    @Override
    public WorkspaceRepository workspace() {
        return new StoredWorkspace(scope);
    }

    @Override
    public SavedSearchRepository savedSearches() {
        return new StoredSavedSearches(scope);
    }

    @Override
    public SearchMatchRepository searchMatches() {
        return new StoredSearchMatches(scope);
    }

    @Override
    public AuditTrail audit() {
        return new StoredAuditTrail(scope);
    }

    @Override
    public TeamSagaRepository sagas() {
        return new StoredTeamSagas(scope);
    }

    @Override
    public Outbox outbox() {
        return new OutboxWriter(scope.transaction(), Optional.of(scope.team()));
    }
}
