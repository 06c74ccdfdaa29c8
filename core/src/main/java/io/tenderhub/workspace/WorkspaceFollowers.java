package io.tenderhub.workspace;

import io.tenderhub.team.TeamId;
import java.util.Collection;
import java.util.Map;
import java.util.Set;

/** The system's own reads of all teams' workspaces, for work that concerns all of them. Never hand its answers to a team. */
public interface WorkspaceFollowers {
    /** The teams that follow any of these tenders. One round trip. */
    Set<TeamId> of(Collection<String> ocids);

    /**
     * Which of these tenders' briefings teams have marked as attended; teams that have marked none are left out. One round
     * trip.
     */
    Map<TeamId, Set<String>> attended(Collection<String> ocids);

    /** The tenders whose briefing a team has marked as attended. */
    Set<String> attended(TeamId team);
}
