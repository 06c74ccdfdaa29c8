package io.tenderhub.memory;

import io.tenderhub.analytics.BuyerSpend;
import io.tenderhub.analytics.SpendCatalog;
import io.tenderhub.analytics.SpendRules;
import io.tenderhub.tender.Award;
import io.tenderhub.tender.Money;
import io.tenderhub.tender.Organisation;
import io.tenderhub.tender.Tender;
import java.math.BigDecimal;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** Adds up by looking at every tender. */
final class MemorySpendCatalog implements SpendCatalog {
    private final MemoryTruth truth;

    MemorySpendCatalog(MemoryTruth truth) {
        this.truth = truth;
    }

    @Override
    public List<BuyerSpend> all() {
        Map<Group, BuyerSpend> spends = new HashMap<>();
        for (MemoryTruth.Row row : truth.tenders()) {
            Tender tender = row.stored().tender();
            Optional<String> buyer = tender.buyingOrganisation().map(Organisation::name);
            if (buyer.isPresent()) {
                tender.awards().stream()
                        .filter(SpendRules::isInForce)
                        .map(Award::value)
                        .flatMap(Optional::stream)
                        .forEach(value -> spends.merge(
                                Group.of(buyer.get(), value),
                                spend(buyer.get(), value.amount(), value.currency(), 1),
                                MemorySpendCatalog::plus));
            }
        }
        return spends.values().stream().sorted(SpendRules.MOST_FIRST).toList();
    }

    @Override
    public List<BuyerSpend> in(String currency) {
        return all().stream()
                .filter(spend -> spend.spent().currency().equals(currency))
                .toList();
    }

    private static BuyerSpend plus(BuyerSpend one, BuyerSpend other) {
        return spend(
                one.buyer().compareTo(other.buyer()) <= 0 ? one.buyer() : other.buyer(),
                one.spent().amount().add(other.spent().amount()),
                one.spent().currency(),
                one.awards() + other.awards());
    }

    private static BuyerSpend spend(String buyer, BigDecimal amount, String currency, long awards) {
        return new BuyerSpend(buyer, new Money(SpendRules.plain(amount), currency), awards);
    }

    /** What is added together. */
    private record Group(String buyer, String currency) {
        static Group of(String buyer, Money value) {
            return new Group(buyer.toUpperCase(Locale.ROOT).toLowerCase(Locale.ROOT), value.currency());
        }
    }
}
