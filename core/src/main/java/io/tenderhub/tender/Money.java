package io.tenderhub.tender;

import static java.util.Objects.requireNonNull;

import java.math.BigDecimal;

/**
 * An amount in one currency.
 *
 * @param amount above zero: publishers write 0 for "not disclosed", which is an absent value here
 * @param currency ISO 4217 code in capitals, such as {@code ZAR}
 */
public record Money(BigDecimal amount, String currency) {
    public Money {
        requireNonNull(currency);
        if (amount.signum() <= 0) {
            throw new IllegalArgumentException("an amount of money is above zero, not " + amount);
        }
    }

    public static Money rand(long amount) {
        return new Money(BigDecimal.valueOf(amount), "ZAR");
    }
}
