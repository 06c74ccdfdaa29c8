package io.tenderhub.search;

import io.tenderhub.tender.SearchMode;
import io.tenderhub.tender.TenderFilter;
import io.tenderhub.tender.TenderQuery;
import java.math.BigDecimal;
import java.util.Collection;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** Brings queries of the same meaning into the same form. */
public final class CanonicalQuery {
    private CanonicalQuery() {}

    /** A query that finds the same, and is equal to that of every other query which differs in writing only. */
    static TenderQuery of(TenderQuery q) {
        Optional<String> text = text(q.text());
        return new TenderQuery(
                text, of(q.filter()), text.isEmpty() ? SearchMode.TEXT : q.mode(), q.sort(), q.limit(), q.cursor());
    }

    /** A text that looks for the same; empty where there is nothing to look for. */
    public static Optional<String> text(Optional<String> given) {
        return given.map(CanonicalQuery::folded).filter(words -> !words.isEmpty());
    }

    /** A filter that lets the same through. */
    public static TenderFilter of(TenderFilter f) {
        boolean filtersValue = f.valueFrom().isPresent() || f.valueTo().isPresent();
        return new TenderFilter(
                folded(f.provinces()),
                folded(f.buyers()),
                folded(f.categories()),
                folded(f.statuses()),
                folded(f.methods()),
                f.closingFrom(),
                f.closingTo(),
                f.publishedFrom(),
                f.publishedTo(),
                f.valueFrom().map(BigDecimal::stripTrailingZeros),
                f.valueTo().map(BigDecimal::stripTrailingZeros),
                !filtersValue || f.includeUndisclosed(),
                f.compulsoryBriefing(),
                f.cidbClass(),
                f.highestGrade());
    }

    /** One text for each canonical query: two queries have the same one only if they are equal. */
    static String id(TenderQuery q) {
        return String.join(
                "\n",
                q.mode().name(),
                q.sort().name(),
                Integer.toString(q.limit()),
                q.cursor().orElse(""),
                q.filter().id(),
                q.text().orElse(""));
    }

    private static Set<String> folded(Collection<String> values) {
        return values.stream().map(value -> value.toLowerCase(Locale.ROOT)).collect(Collectors.toSet());
    }

    private static String folded(String text) {
        return text.strip().replaceAll("\\s+", " ").toLowerCase(Locale.ROOT);
    }
}
