package io.tenderhub.analytics;

import java.util.List;

/**
 * What buyers spend, added up from the awards of the truth. An award counts with its value, in its currency, for the buyer of its
 * tender, or the procuring entity where no buyer is named; names that differ in case only are one buyer, shown by the first of
 * them in the order of characters. Awards without a value, those {@linkplain SpendRules#NOT_IN_FORCE not in force}, and those of
 * tenders that name no organisation do not count. Amounts are exact, without zeros at the end of a fraction.
 */
public interface SpendCatalog {

    /**
     * Every buyer once in each currency, ordered by {@link SpendRules#MOST_FIRST} within a currency.
     *
     * @throws io.tenderhub.failure.UnavailableException if the truth can't be reached
     */
    List<BuyerSpend> all();

    /**
     * Those of one currency; empty where nothing was awarded in it.
     *
     * @throws io.tenderhub.failure.UnavailableException if the truth can't be reached
     */
    List<BuyerSpend> in(String currency);
}
