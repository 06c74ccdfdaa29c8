package io.tenderhub.activity;

import io.tenderhub.team.TeamId;
import java.util.List;

/**
 * Keeps the latest activities, of bounded number or age. Losing one is no loss of truth. What happened in a team is reachable only
 * by opening the log for that team.
 */
public interface ActivityLog {

    /** Hands activities over to be written and returns at once; never fails. What can't be kept is counted. */
    void record(List<Activity> activities);

    /** How many activities this process could not keep. */
    long dropped();

    TeamActivities forTeam(TeamId team);

    /**
     * The latest ones that are public, newest first; of the same time in the order of their ids.
     *
     * @param limit 1 or more
     * @throws io.tenderhub.failure.UnavailableException if the store can't be reached
     */
    List<Activity> latestPublic(int limit);

    /** What happened in one team. */
    interface TeamActivities {

        /**
         * The latest ones of the team, newest first; of the same time in the order of their ids.
         *
         * @param limit 1 or more
         * @throws io.tenderhub.failure.UnavailableException if the store can't be reached
         */
        List<Activity> latest(int limit);
    }
}
