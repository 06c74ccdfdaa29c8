package io.tenderhub.analytics;

import java.util.List;
import java.util.Optional;

/** The nightly spends in their order, one board for each dimension and currency; may vanish at any moment, and is renewed as a whole. */
public interface SpendLeaderboard {

    /**
     * Puts a board in the place of the one there is; readers see the one or the other, never parts of both. It is kept for
     * 24 hours at most.
     *
     * @param currency ISO 4217 code in capitals
     * @param spends each name once, all in this currency, in any order
     * @throws IllegalArgumentException if one is in another currency or a name comes twice
     * @throws io.tenderhub.failure.UnavailableException if the store can't be reached
     */
    void replace(SpendDimension by, String currency, List<Spend> spends);

    /**
     * The first ones in the order of the dimension. Empty if there is no board: it was never made, or is lost, or the store
     * can't be reached. A board of nobody is present, and an empty list.
     *
     * @param limit 1 or more
     * @throws IllegalArgumentException if the limit is lower
     */
    Optional<List<Spend>> top(SpendDimension by, String currency, int limit);
}
