package io.tenderhub.tender;

import static java.util.Objects.requireNonNull;

import io.tenderhub.cidb.CidbClass;
import io.tenderhub.cidb.CidbGrade;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.Optional;
import java.util.Set;

/**
 * What of a tender filters look at.
 *
 * @param buyer see {@link Tender#buyingOrganisation}
 * @param cidb the gradings it asks for
 */
public record TenderTraits(
        Optional<String> province,
        Optional<String> buyer,
        Optional<String> category,
        Optional<String> status,
        Optional<String> method,
        Instant releaseDate,
        Optional<Instant> closesAt,
        Optional<BigDecimal> value,
        boolean compulsoryBriefing,
        Set<CidbGrade> cidb) {
    public TenderTraits {
        requireNonNull(province);
        requireNonNull(buyer);
        requireNonNull(category);
        requireNonNull(status);
        requireNonNull(method);
        requireNonNull(releaseDate);
        requireNonNull(closesAt);
        requireNonNull(value);
        cidb = Set.copyOf(cidb);
    }

    public static TenderTraits of(TenderToStore content) {
        return of(content.tender(), content.cidb());
    }

    public static TenderTraits of(Tender tender, Set<CidbGrade> cidb) {
        return new TenderTraits(
                tender.province(),
                tender.buyingOrganisation().map(Organisation::name),
                tender.category(),
                tender.status().map(TenderStatus::code),
                tender.procurementMethod(),
                tender.releaseDate(),
                tender.closesAt(),
                tender.value().map(Money::amount),
                tender.briefing().map(Briefing::compulsory).orElse(false),
                cidb);
    }

    /** Whether the filter lets such a tender through. */
    public boolean pass(TenderFilter filter) {
        return isOneOf(filter.provinces(), province)
                && isOneOf(filter.buyers(), buyer)
                && isOneOf(filter.categories(), category)
                && isOneOf(filter.statuses(), status)
                && isOneOf(filter.methods(), method)
                && isWithin(filter.closingFrom(), filter.closingTo(), closesAt)
                && isWithin(filter.publishedFrom(), filter.publishedTo(), Optional.of(releaseDate))
                && hasValue(filter)
                && filter.compulsoryBriefing().orElse(compulsoryBriefing) == compulsoryBriefing
                && hasGrade(filter);
    }

    private static boolean isOneOf(Set<String> wanted, Optional<String> value) {
        return wanted.isEmpty()
                || value.filter(v -> wanted.stream().anyMatch(v::equalsIgnoreCase))
                        .isPresent();
    }

    private static boolean isWithin(Optional<Instant> from, Optional<Instant> to, Optional<Instant> value) {
        if (from.isEmpty() && to.isEmpty()) {
            return true;
        }
        return value.filter(v -> from.isEmpty() || !v.isBefore(from.get()))
                .filter(v -> to.isEmpty() || v.isBefore(to.get()))
                .isPresent();
    }

    private boolean hasValue(TenderFilter filter) {
        if (filter.valueFrom().isEmpty() && filter.valueTo().isEmpty()) {
            return true;
        }
        return value.map(amount -> filter.valueFrom()
                                .filter(from -> amount.compareTo(from) < 0)
                                .isEmpty()
                        && filter.valueTo()
                                .filter(to -> amount.compareTo(to) > 0)
                                .isEmpty())
                .orElse(filter.includeUndisclosed());
    }

    private boolean hasGrade(TenderFilter filter) {
        Optional<CidbClass> wanted = filter.cidbClass();
        return (wanted.isEmpty() || cidb.stream().anyMatch(grade -> grade.cidbClass() == wanted.get()))
                && filter.highestGrade()
                        .map(highest -> cidb.stream().allMatch(grade -> grade.grade() <= highest))
                        .orElse(true);
    }
}
