package io.tenderhub.analytics;

import java.time.ZoneId;

/**
 * What is spent, added up from the awards of the truth. Each award counts once, with its value, in its currency, for its tender.
 * Awards {@linkplain SpendRules#NOT_IN_FORCE not in force} do not count; nor do those without a value in a currency, but it is told
 * how many these are. Names that differ in case only are one, shown by the first of them in the order of characters. Amounts are
 * exact, without zeros at the end of a fraction.
 */
public interface SpendCatalog {

    /**
     * @param zone in which days and months begin
     * @throws io.tenderhub.failure.UnavailableException if the truth can't be reached
     */
    SpendSums sums(SpendQuestion question, ZoneId zone);
}
