package io.tenderhub.workspace;

import io.tenderhub.team.TeamId;
import java.util.List;
import java.util.Optional;

/**
 * Reads of the truth about workspaces; each call sees what is committed when it begins. What a team has is reachable only by
 * opening it for that team.
 */
public interface WorkspaceCatalog {
    TeamWorkspace forTeam(TeamId team);

    /** The workspace of one team. Each method is one query. */
    interface TeamWorkspace {
        /** The entry, not locked. */
        Optional<WorkspaceEntry> find(String ocid);

        /**
         * A page of entries with their tenders. The cursor of a page leads to the next one; an entry that is not touched while
         * somebody pages is neither repeated nor missed.
         *
         * @throws io.tenderhub.failure.InvalidInputException if the cursor is not one that was given for the same query
         */
        WorkspacePage list(WorkspaceQuery query);

        /** Where every entry stands, in no order. */
        List<Standing> standings();
    }
}
