package io.tenderhub.memory;

import io.tenderhub.memory.MemoryTruth.Row;
import io.tenderhub.tender.Organisation;
import io.tenderhub.tender.Tender;
import io.tenderhub.tender.TenderFilter;
import io.tenderhub.tender.TenderStatus;
import java.time.Instant;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;

/** Whether a tender passes a filter. */
final class QueryFilter implements Predicate<Row> {
    private final TenderFilter filter;

    QueryFilter(TenderFilter filter) {
        this.filter = filter;
    }

    @Override
    public boolean test(Row row) {
        Tender tender = row.stored().tender();
        return isOneOf(filter.provinces(), tender.province())
                && isOneOf(filter.buyers(), tender.buyingOrganisation().map(Organisation::name))
                && isOneOf(filter.categories(), tender.category())
                && isOneOf(filter.statuses(), tender.status().map(TenderStatus::code))
                && isOneOf(filter.methods(), tender.procurementMethod())
                && isWithin(filter.closingFrom(), filter.closingTo(), tender.closesAt())
                && isWithin(filter.publishedFrom(), filter.publishedTo(), Optional.of(tender.releaseDate()))
                && hasValue(tender)
                && hasBriefing(tender)
                && hasGrade(row);
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

    private boolean hasValue(Tender tender) {
        if (filter.valueFrom().isEmpty() && filter.valueTo().isEmpty()) {
            return true;
        }
        return tender.value()
                .map(value -> filter.valueFrom()
                                .filter(from -> value.amount().compareTo(from) < 0)
                                .isEmpty()
                        && filter.valueTo()
                                .filter(to -> value.amount().compareTo(to) > 0)
                                .isEmpty())
                .orElse(filter.includeUndisclosed());
    }

    private boolean hasBriefing(Tender tender) {
        boolean compulsory =
                tender.briefing().map(briefing -> briefing.compulsory()).orElse(false);
        return filter.compulsoryBriefing().orElse(compulsory) == compulsory;
    }

    private boolean hasGrade(Row row) {
        return filter.cidbClass()
                        .map(wanted -> row.content().cidb().stream().anyMatch(grade -> grade.cidbClass() == wanted))
                        .orElse(true)
                && filter.highestGrade()
                        .map(highest -> row.content().cidb().stream().allMatch(grade -> grade.grade() <= highest))
                        .orElse(true);
    }
}
