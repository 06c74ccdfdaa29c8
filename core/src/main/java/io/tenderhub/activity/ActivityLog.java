package io.tenderhub.activity;

import io.tenderhub.team.TeamId;
import java.util.List;
import java.util.Optional;

/** Keeps the latest activities, of bounded number or age. Losing one is no loss of truth. */
public interface ActivityLog {

    /** Hands activities over to be written and returns at once; never fails. What can't be kept is counted. */
    void record(List<Activity> activities);

    /** How many activities this process could not keep. */
    long dropped();

    /**
     * The latest ones, newest first; of the same time in the order of their ids.
     *
     * @param team whose; empty for the public ones
     * @param limit 1 or more
     * @throws io.tenderhub.failure.UnavailableException if the store can't be reached
     */
    List<Activity> latest(Optional<TeamId> team, int limit);
}
