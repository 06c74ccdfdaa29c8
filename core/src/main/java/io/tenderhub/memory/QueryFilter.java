package io.tenderhub.memory;

import io.tenderhub.memory.MemoryTruth.Row;
import io.tenderhub.tender.TenderFilter;
import io.tenderhub.tender.TenderTraits;
import java.util.function.Predicate;

/** Whether a tender passes a filter. */
record QueryFilter(TenderFilter filter) implements Predicate<Row> {

    @Override
    public boolean test(Row row) {
        return TenderTraits.of(row.content()).pass(filter);
    }
}
