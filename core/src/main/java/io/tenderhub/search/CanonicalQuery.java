package io.tenderhub.search;

import io.tenderhub.tender.SearchMode;
import io.tenderhub.tender.TenderFilter;
import io.tenderhub.tender.TenderQuery;
import io.tenderhub.tender.TenderSort;
import java.math.BigDecimal;
import java.util.Collection;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** Brings queries of the same meaning into the same form. */
public final class CanonicalQuery {
    /** No tender asks for more. */
    private static final int HIGHEST_GRADE = 9;

    private CanonicalQuery() {}

    /** A query that finds the same, and is equal to that of every other query which differs in writing only. */
    static TenderQuery of(TenderQuery q) {
        Optional<String> text = q.text().flatMap(words -> CanonicalText.of(words, q.mode()));
        boolean newest = text.isEmpty() && q.sort() == TenderSort.RELEVANCE;
        return new TenderQuery(
                text,
                of(q.filter()),
                text.isEmpty() ? SearchMode.TEXT : q.mode(),
                newest ? TenderSort.NEWEST : q.sort(),
                q.limit(),
                q.cursor());
    }

    /** A text that looks for the same, with its words as they are; empty where there is nothing to look for. */
    public static Optional<String> text(Optional<String> given) {
        return given.flatMap(CanonicalText::plain);
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
                f.highestGrade().filter(grade -> grade < HIGHEST_GRADE));
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
        return values.stream()
                .map(value -> value.strip().toLowerCase(Locale.ROOT))
                .collect(Collectors.toSet());
    }
}
