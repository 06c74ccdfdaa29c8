package io.tenderhub.memory;

import io.tenderhub.memory.MemoryTruth.Row;
import io.tenderhub.search.TenderMatches;
import io.tenderhub.tender.TenderFilter;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;

/** Looks at every tender. */
record MemoryMatches(MemoryTruth truth) implements TenderMatches {

    @Override
    public List<String> following(Optional<String> text, TenderFilter filter, Optional<String> afterOcid, int limit) {
        return truth.tendersAfter(afterOcid).stream()
                .filter(found(text, filter))
                .map(row -> row.stored().tender().ocid())
                .limit(limit)
                .toList();
    }

    @Override
    public Set<String> among(Optional<String> text, TenderFilter filter, Collection<String> ocids) {
        Set<String> asked = new HashSet<>(ocids);
        return truth.tenders().stream()
                .filter(row -> asked.contains(row.stored().tender().ocid()))
                .filter(found(text, filter))
                .map(row -> row.stored().tender().ocid())
                .collect(Collectors.toSet());
    }

    private static Predicate<Row> found(Optional<String> text, TenderFilter filter) {
        Predicate<Row> passes = new QueryFilter(filter);
        return TextSearch.of(text)
                .<Predicate<Row>>map(search ->
                        row -> passes.test(row) && search.relevance(row.stored().tender()) > 0)
                .orElse(passes);
    }
}
