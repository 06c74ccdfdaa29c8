package io.tenderhub.search;

import io.tenderhub.team.TeamId;
import java.util.List;
import java.util.Optional;

/**
 * Keeps the searches of some time. Losing one is no loss of truth. What a team searched is reachable only by opening the log for that
 * team.
 */
public interface SearchLog {

    /** Hands a search over to be written and returns at once; never fails. One that can't be kept is counted. */
    void record(LoggedSearch search);

    /** How many searches this process could not keep. */
    long dropped();

    Searches forTeam(TeamId team);

    /** Those of no team. */
    Searches forEverybody();

    /** The searches of one team, or those of none. What was handed over to this process before is waited for, some seconds at most. */
    interface Searches {

        /** @throws io.tenderhub.failure.UnavailableException if the store can't be reached */
        Optional<LoggedSearch> find(SearchId id);

        /**
         * Notes a click. The same tender is noted once for each search, with the position told first, and beyond
         * {@link LoggedSearch#MOST_CLICKS} no more are.
         *
         * @return false if there is no such search
         * @throws io.tenderhub.failure.UnavailableException if the store can't be reached
         */
        boolean click(SearchId id, SearchClick click);

        /**
         * The latest ones, newest first; of the same time in the order of their ids.
         *
         * @param limit 1 or more
         * @throws io.tenderhub.failure.UnavailableException if the store can't be reached
         */
        List<LoggedSearch> latest(int limit);
    }
}
