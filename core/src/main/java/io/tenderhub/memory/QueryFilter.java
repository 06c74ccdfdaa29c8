package io.tenderhub.memory;

import io.tenderhub.memory.MemoryTruth.Row;
import io.tenderhub.tender.Organisation;
import io.tenderhub.tender.Tender;
import io.tenderhub.tender.TenderQuery;
import io.tenderhub.tender.TenderStatus;
import java.time.Instant;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;

/** The filters of a query, all but its text. */
final class QueryFilter implements Predicate<Row> {
    private final TenderQuery query;

    QueryFilter(TenderQuery query) {
        this.query = query;
    }

    @Override
    public boolean test(Row row) {
        Tender tender = row.stored().tender();
        return isOneOf(query.provinces(), tender.province())
                && isOneOf(query.buyers(), tender.buyingOrganisation().map(Organisation::name))
                && isOneOf(query.categories(), tender.category())
                && isOneOf(query.statuses(), tender.status().map(TenderStatus::code))
                && isOneOf(query.methods(), tender.procurementMethod())
                && isWithin(query.closingFrom(), query.closingTo(), tender.closesAt())
                && isWithin(query.publishedFrom(), query.publishedTo(), Optional.of(tender.releaseDate()))
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
        if (query.valueFrom().isEmpty() && query.valueTo().isEmpty()) {
            return true;
        }
        return tender.value()
                .map(value -> query.valueFrom()
                                .filter(from -> value.amount().compareTo(from) < 0)
                                .isEmpty()
                        && query.valueTo()
                                .filter(to -> value.amount().compareTo(to) > 0)
                                .isEmpty())
                .orElse(query.includeUndisclosed());
    }

    private boolean hasBriefing(Tender tender) {
        boolean compulsory =
                tender.briefing().map(briefing -> briefing.compulsory()).orElse(false);
        return query.compulsoryBriefing().orElse(compulsory) == compulsory;
    }

    private boolean hasGrade(Row row) {
        return query.cidbClass()
                        .map(wanted -> row.content().cidb().stream().anyMatch(grade -> grade.cidbClass() == wanted))
                        .orElse(true)
                && query.highestGrade()
                        .map(highest -> row.content().cidb().stream().allMatch(grade -> grade.grade() <= highest))
                        .orElse(true);
    }
}
