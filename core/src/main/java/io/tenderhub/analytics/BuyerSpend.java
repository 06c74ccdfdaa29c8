package io.tenderhub.analytics;

import static java.util.Objects.requireNonNull;

import io.tenderhub.tender.Money;

/**
 * What one buyer spends in one currency.
 *
 * @param buyer its name, as published
 * @param awards how many awards the sum is made of
 */
public record BuyerSpend(String buyer, Money spent, long awards) {
    public BuyerSpend {
        requireNonNull(buyer);
        requireNonNull(spent);
    }
}
