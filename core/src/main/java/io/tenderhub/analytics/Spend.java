package io.tenderhub.analytics;

import static java.util.Objects.requireNonNull;

import io.tenderhub.tender.Money;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * What one of a {@link SpendDimension} comes to in one currency.
 *
 * @param name as published, never blank; empty for all that name none
 * @param awards how many awards the sum is made of
 * @param tenders how many tenders without a counted award count in it with their own value; 0 unless that was asked for
 */
public record Spend(Optional<String> name, Money spent, long awards, long tenders) {
    public Spend {
        requireNonNull(name);
        requireNonNull(spent);
        if (name.filter(String::isBlank).isPresent()) {
            throw new IllegalArgumentException("a name is not blank");
        }
    }

    /** Of awards alone. */
    public static Spend of(String name, Money spent, long awards) {
        return new Spend(Optional.of(name), spent, awards, 0);
    }

    /**
     * In the order of its dimension.
     *
     * @throws IllegalArgumentException if one is in another currency or a name comes twice
     */
    public static List<Spend> ranked(SpendDimension by, String currency, List<Spend> spends) {
        Set<Optional<String>> names = new HashSet<>();
        for (Spend spend : spends) {
            if (!spend.spent().currency().equals(currency)) {
                throw new IllegalArgumentException("a board in " + currency + " has no place for "
                        + spend.spent().currency());
            }
            if (!names.add(spend.name())) {
                throw new IllegalArgumentException(
                        "a board has one place for " + spend.name().orElse("what has no name"));
            }
        }
        return spends.stream().sorted(by.order()).toList();
    }
}
