package io.tenderhub.analytics;

import java.util.List;
import java.util.Optional;

/** The buyers that spend the most, one board for each currency; may vanish at any moment, and is renewed as a whole. */
public interface SpendLeaderboard {

    /**
     * Puts a board in the place of the one there is; readers see the one or the other, never parts of both. It is kept for
     * 24 hours at most.
     *
     * @param currency ISO 4217 code in capitals
     * @param spends each buyer once, all in this currency, in any order
     * @throws IllegalArgumentException if one is in another currency or a buyer comes twice
     * @throws io.tenderhub.failure.UnavailableException if the store can't be reached
     */
    void replace(String currency, List<BuyerSpend> spends);

    /**
     * Those that spend the most, most first; of equal ones by name. Empty if there is no board: it was never made, or is lost,
     * or the store can't be reached. A board without any buyer is present, and an empty list.
     *
     * @param limit 1 or more
     * @throws IllegalArgumentException if the limit is lower
     */
    Optional<List<BuyerSpend>> top(String currency, int limit);
}
