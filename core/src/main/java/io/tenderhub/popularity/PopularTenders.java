package io.tenderhub.popularity;

import java.util.List;

/**
 * Counts what people look at and save, over all teams. A view or save counts on the day (UTC) it happens and the
 * {@link #DAYS} − 1 days after it, and then no more. The counts may vanish at any moment, and the list may be some seconds
 * behind them; so may those that were counted last by a process that dies.
 */
public interface PopularTenders {
    /** How many days count, with today. */
    int DAYS = 7;

    /** How many points a save is worth; a view is worth one. */
    int SAVE_COUNTS = 5;

    /**
     * Somebody looked at a tender. Never fails: what can't be counted just now is not counted. Costs whoever looks
     * nothing to speak of: an implementation over a network collects views and counts them together.
     */
    void seen(String ocid);

    /** Somebody saved a tender. Never fails: what can't be counted just now is not counted. */
    void saved(String ocid);

    /**
     * Those with the most points, most first; of equal ones by ocid.
     *
     * @param limit 1 or more
     * @throws IllegalArgumentException if the limit is lower
     * @throws io.tenderhub.failure.UnavailableException if the counts can't be reached
     */
    List<Popular> top(int limit);
}
