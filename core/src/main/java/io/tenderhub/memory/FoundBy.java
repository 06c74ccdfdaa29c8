package io.tenderhub.memory;

import io.tenderhub.memory.MemoryTruth.Row;
import io.tenderhub.tender.TenderFilter;
import java.util.Optional;
import java.util.function.Predicate;

/** Whether a search finds a tender. */
final class FoundBy implements Predicate<Row> {
    private final Predicate<Row> filter;
    private final Optional<TextSearch> text;

    FoundBy(Optional<String> text, TenderFilter filter) {
        this.filter = new QueryFilter(filter);
        this.text = TextSearch.of(text);
    }

    @Override
    public boolean test(Row row) {
        return filter.test(row)
                && text.map(search -> search.relevance(row.stored().tender()) > 0)
                        .orElse(true);
    }
}
