package io.tenderhub.analytics;

import static java.util.Objects.requireNonNull;

import io.tenderhub.tender.Money;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * What one buyer spends in one currency.
 *
 * @param buyer its name, as published
 * @param awards how many awards the sum is made of
 */
public record BuyerSpend(String buyer, Money spent, long awards) {
    private static final Comparator<BuyerSpend> MOST_FIRST = Comparator.comparing(
                    (BuyerSpend spend) -> spend.spent().amount())
            .reversed()
            .thenComparing(BuyerSpend::buyer);

    public BuyerSpend {
        requireNonNull(buyer);
        requireNonNull(spent);
    }

    /**
     * In the order of a leaderboard: most first, of equal ones by name.
     *
     * @throws IllegalArgumentException if one is in another currency or a buyer comes twice
     */
    public static List<BuyerSpend> ranked(String currency, List<BuyerSpend> spends) {
        Set<String> buyers = new HashSet<>();
        for (BuyerSpend spend : spends) {
            if (!spend.spent().currency().equals(currency)) {
                throw new IllegalArgumentException("a board in " + currency + " has no place for "
                        + spend.spent().currency());
            }
            if (!buyers.add(spend.buyer())) {
                throw new IllegalArgumentException("a board has one place for " + spend.buyer());
            }
        }
        return spends.stream().sorted(MOST_FIRST).toList();
    }
}
