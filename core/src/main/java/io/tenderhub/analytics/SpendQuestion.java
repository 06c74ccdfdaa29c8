package io.tenderhub.analytics;

import static java.util.Objects.requireNonNull;

import io.tenderhub.failure.InvalidInputException;
import java.util.Optional;

/**
 * What is to be added up.
 *
 * @param currency ISO 4217 code in capitals; empty for all, each for itself
 * @param days in which it was spent, see {@link SpendRules#spentAt}
 * @param fallback whether a tender without any counted award, of whatever day, counts with its own disclosed value, as spent at
 *     its release date
 */
public record SpendQuestion(SpendDimension by, Optional<String> currency, DayRange days, boolean fallback) {
    /** @throws InvalidInputException if the currency is no code */
    public SpendQuestion {
        requireNonNull(by);
        requireNonNull(days);
        currency.ifPresent(SpendQuestion::requireCode);
    }

    /** Awards of all days in all currencies. */
    public static SpendQuestion by(SpendDimension by) {
        return new SpendQuestion(by, Optional.empty(), DayRange.ALL, false);
    }

    public SpendQuestion in(String code) {
        return new SpendQuestion(by, Optional.of(code), days, fallback);
    }

    public SpendQuestion during(DayRange range) {
        return new SpendQuestion(by, currency, range, fallback);
    }

    public SpendQuestion withFallback() {
        return new SpendQuestion(by, currency, days, true);
    }

    /** Whether nightly reports answer it. */
    boolean isUsual() {
        return days.isAll() && !fallback;
    }

    /** @throws InvalidInputException if it is no code */
    static void requireCode(String currency) {
        if (!SpendRules.isCurrency(currency)) {
            throw new InvalidInputException("analytics", "currency", "must be a code of three capitals such as ZAR");
        }
    }
}
