package io.tenderhub.analytics;

import io.tenderhub.tender.Money;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/**
 * Adds up, each currency for itself. Names that differ in case only are one, shown by the first of them in the order of characters.
 * Not for several threads.
 */
public final class SpendTally {
    private final Map<Group, Spend> spends = new HashMap<>();
    private long withoutValue;

    /** What is added together. */
    private record Group(Optional<String> key, String currency) {}

    public void add(Spend spend) {
        Group group = new Group(spend.name().map(SpendTally::key), spend.spent().currency());
        spends.merge(group, spend, SpendTally::plus);
    }

    public void addWithoutValue(long awards) {
        withoutValue += awards;
    }

    public SpendSums sums(SpendDimension by) {
        return new SpendSums(
                spends.values().stream()
                        .map(spend -> new Spend(spend.name(), plain(spend.spent()), spend.awards(), spend.tenders()))
                        .sorted(by.order())
                        .toList(),
                withoutValue);
    }

    private static Spend plus(Spend one, Spend other) {
        return new Spend(
                one.name().flatMap(name -> other.name().map(also -> name.compareTo(also) <= 0 ? name : also)),
                new Money(
                        one.spent().amount().add(other.spent().amount()),
                        one.spent().currency()),
                one.awards() + other.awards(),
                one.tenders() + other.tenders());
    }

    private static Money plain(Money money) {
        return new Money(SpendRules.plain(money.amount()), money.currency());
    }

    private static String key(String name) {
        return name.toUpperCase(Locale.ROOT).toLowerCase(Locale.ROOT);
    }
}
