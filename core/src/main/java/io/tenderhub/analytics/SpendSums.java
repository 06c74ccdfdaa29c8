package io.tenderhub.analytics;

import java.util.List;

/**
 * What was found to be spent.
 *
 * @param spends each name once in each currency, in the order of the dimension
 * @param withoutValue how many awards of these days are in force and count nowhere, as they state no amount above zero with a
 *     currency code of three capitals
 */
public record SpendSums(List<Spend> spends, long withoutValue) {
    public SpendSums {
        spends = List.copyOf(spends);
    }
}
