package io.tenderhub.memory;

import io.tenderhub.account.UserId;
import io.tenderhub.audit.AuditEntry;
import io.tenderhub.company.StoredProfile;
import io.tenderhub.team.ApiKey;
import io.tenderhub.team.Invitation;
import io.tenderhub.team.Member;
import io.tenderhub.team.Team;
import io.tenderhub.team.TeamSaga;
import io.tenderhub.workspace.WorkspaceEntry;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What belongs to one team. What is committed never changes: a transaction that writes does so in a copy of its own. */
final class TeamRows {
    final Map<UserId, Member> members = new HashMap<>();
    final Map<String, Invitation> invitations = new HashMap<>();
    final Map<String, ApiKey> apiKeys = new HashMap<>();
    /** By ocid. */
    final Map<String, WorkspaceEntry> workspace = new HashMap<>();

    final MatchRows matches;
    /** The oldest first. */
    final List<AuditEntry> audit = new ArrayList<>();

    @Nullable
    Team team;

    @Nullable
    StoredProfile profile;

    @Nullable
    TeamSaga saga;

    TeamRows() {
        this(new MatchRows());
    }

    private TeamRows(MatchRows matches) {
        this.matches = matches;
    }

    TeamRows copy() {
        TeamRows copy = new TeamRows(matches.copy());
        copy.team = team;
        copy.profile = profile;
        copy.saga = saga;
        copy.members.putAll(members);
        copy.invitations.putAll(invitations);
        copy.apiKeys.putAll(apiKeys);
        copy.workspace.putAll(workspace);
        copy.audit.addAll(audit);
        return copy;
    }

    /** Forgets everything but the audit trail and how the team came and went. */
    void clear() {
        team = null;
        profile = null;
        members.clear();
        invitations.clear();
        apiKeys.clear();
        workspace.clear();
        matches.clear();
    }
}
