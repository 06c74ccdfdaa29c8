package io.tenderhub.team;

/**
 * What is kept of teams where it may vanish at any moment: cached answers, what they have used of their quotas. A team begins without any,
 * also one whose id another had before.
 */
public interface VolatileTeamData {

    /**
     * Removes all of it that is kept of a team; nothing happens if there is none. Afterwards nobody gets it, and no work that began
     * before puts it back. The cost depends neither on how much there is of this team nor on other teams.
     *
     * @throws io.tenderhub.failure.UnavailableException if the store could not be told; try again
     */
    void forget(TeamId team);
}
