package io.tenderhub.tender;

import java.math.BigDecimal;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Brings queries of the same meaning into the same form. */
final class CanonicalQuery {
    private CanonicalQuery() {}

    /** A query that finds the same, and is equal to that of every other query which differs in writing only. */
    static TenderQuery of(TenderQuery q) {
        boolean filtersValue = q.valueFrom().isPresent() || q.valueTo().isPresent();
        return new TenderQuery(
                q.text().map(CanonicalQuery::folded).filter(text -> !text.isEmpty()),
                folded(q.provinces()),
                folded(q.buyers()),
                folded(q.categories()),
                folded(q.statuses()),
                folded(q.methods()),
                q.closingFrom(),
                q.closingTo(),
                q.publishedFrom(),
                q.publishedTo(),
                q.valueFrom().map(BigDecimal::stripTrailingZeros),
                q.valueTo().map(BigDecimal::stripTrailingZeros),
                !filtersValue || q.includeUndisclosed(),
                q.compulsoryBriefing(),
                q.cidbClass(),
                q.highestGrade(),
                q.sort(),
                q.limit(),
                q.cursor());
    }

    /** One text for each canonical query: two queries have the same one only if they are equal. */
    static String id(TenderQuery q) {
        List<Object> parts = List.of(
                q.text(),
                q.closingFrom(),
                q.closingTo(),
                q.publishedFrom(),
                q.publishedTo(),
                q.valueFrom().map(BigDecimal::toPlainString),
                q.valueTo().map(BigDecimal::toPlainString),
                q.includeUndisclosed(),
                q.compulsoryBriefing(),
                q.cidbClass(),
                q.highestGrade(),
                q.sort(),
                q.limit(),
                q.cursor());
        Stream<String> scalars = parts.stream()
                .map(part -> part instanceof Optional<?> optional
                        ? optional.map(value -> quoted(value.toString())).orElse("-")
                        : part.toString());
        Stream<String> sets = Stream.of(q.provinces(), q.buyers(), q.categories(), q.statuses(), q.methods())
                .map(set ->
                        new TreeSet<>(set).stream().map(CanonicalQuery::quoted).collect(Collectors.joining(",")));
        return Stream.concat(scalars, sets).collect(Collectors.joining("|"));
    }

    private static Set<String> folded(Collection<String> values) {
        return values.stream().map(value -> value.toLowerCase(Locale.ROOT)).collect(Collectors.toSet());
    }

    private static String folded(String text) {
        return text.strip().replaceAll("\\s+", " ").toLowerCase(Locale.ROOT);
    }

    private static String quoted(String text) {
        return '"' + text.replace("\\", "\\\\").replace("\"", "\\\"") + '"';
    }
}
