package io.tenderhub.memory;

import io.tenderhub.analytics.Spend;
import io.tenderhub.analytics.SpendCatalog;
import io.tenderhub.analytics.SpendDimension;
import io.tenderhub.analytics.SpendQuestion;
import io.tenderhub.analytics.SpendRules;
import io.tenderhub.analytics.SpendSums;
import io.tenderhub.analytics.SpendTally;
import io.tenderhub.tender.Award;
import io.tenderhub.tender.Money;
import io.tenderhub.tender.Organisation;
import io.tenderhub.tender.Tender;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** Adds up by looking at every tender. */
final class MemorySpendCatalog implements SpendCatalog {
    private final MemoryTruth truth;

    MemorySpendCatalog(MemoryTruth truth) {
        this.truth = truth;
    }

    @Override
    public SpendSums sums(SpendQuestion question, ZoneId zone) {
        SpendTally tally = new SpendTally();
        for (MemoryTruth.Row row : truth.tenders()) {
            Tender tender = row.stored().tender();
            List<Award> inForce =
                    tender.awards().stream().filter(SpendRules::isInForce).toList();
            for (Award award : inForce) {
                Instant at = SpendRules.spentAt(award, tender);
                Optional<Money> value = SpendRules.counted(award.value());
                if (question.days().contains(at, zone)) {
                    value.ifPresentOrElse(
                            money -> add(tally, question, name(question.by(), tender, award, at, zone), money, 1, 0),
                            () -> tally.addWithoutValue(1));
                }
            }
            boolean awarded = inForce.stream()
                    .anyMatch(award -> SpendRules.counted(award.value()).isPresent());
            if (question.fallback() && !awarded && question.days().contains(tender.releaseDate(), zone)) {
                SpendRules.counted(tender.value())
                        .ifPresent(money -> add(tally, question, ofTender(question.by(), tender, zone), money, 0, 1));
            }
        }
        return tally.sums(question.by());
    }

    private static void add(
            SpendTally tally, SpendQuestion question, Optional<String> name, Money money, long awards, long tenders) {
        if (question.currency().filter(code -> !code.equals(money.currency())).isEmpty()) {
            tally.add(new Spend(name, money, awards, tenders));
        }
    }

    private static Optional<String> ofTender(SpendDimension by, Tender tender, ZoneId zone) {
        return switch (by) {
            case BUYER -> tender.buyingOrganisation().map(Organisation::name);
            case PROVINCE -> tender.province();
            case CATEGORY -> tender.category();
            case MONTH -> Optional.of(month(tender.releaseDate().atZone(zone)));
            case SUPPLIER -> Optional.empty();
        };
    }

    private static Optional<String> name(SpendDimension by, Tender tender, Award award, Instant at, ZoneId zone) {
        return switch (by) {
            case MONTH -> Optional.of(month(at.atZone(zone)));
            case SUPPLIER ->
                SpendRules.together(
                        award.suppliers().stream().map(Organisation::name).toList());
            case BUYER, PROVINCE, CATEGORY -> ofTender(by, tender, zone);
        };
    }

    private static String month(ZonedDateTime at) {
        return String.format(Locale.ROOT, "%04d-%02d", at.getYear(), at.getMonthValue());
    }
}
