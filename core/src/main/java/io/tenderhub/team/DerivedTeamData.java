package io.tenderhub.team;

import java.time.Instant;

/**
 * What is derived from the truth and kept for teams outside it: scores, activities, searches, cached answers. Each method may be called
 * again, and by several nodes at once, with the same end; what belongs to other teams, or to none, stays.
 */
public interface DerivedTeamData {

    /**
     * Removes everything of the team.
     *
     * @throws io.tenderhub.failure.UnavailableException if the store can't be reached; then some may be gone
     */
    void forget(TeamId team);

    /**
     * Removes what was made before then, and every cached answer. What is younger stays, so a call that comes late, when the team
     * works already, takes nothing from it.
     *
     * @throws io.tenderhub.failure.UnavailableException if the store can't be reached; then some may be gone
     */
    void forgetOlder(TeamId team, Instant than);
}
