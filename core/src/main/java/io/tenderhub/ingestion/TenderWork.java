package io.tenderhub.ingestion;

import static java.util.Objects.requireNonNull;

import io.tenderhub.tender.Tender;
import java.util.function.Consumer;
import java.util.function.Function;

/**
 * Something to make of each tender, on several threads.
 *
 * @param detail what the function looks at
 * @param threads that work on tenders, at least 1
 * @param function called on many threads at once; what it throws ends the reading and passes through
 * @param results called on the calling thread, in input order; what it throws ends the reading and passes through
 * @param rejects called on the calling thread, in input order among themselves
 * @param <T> what is made of a tender
 */
public record TenderWork<T>(
        TenderDetail detail,
        int threads,
        Function<? super Tender, ? extends T> function,
        Consumer<? super T> results,
        Consumer<? super Reject> rejects) {
    public TenderWork {
        requireNonNull(detail);
        requireNonNull(function);
        requireNonNull(results);
        requireNonNull(rejects);
        if (threads < 1) {
            throw new IllegalArgumentException("work needs at least 1 thread, not " + threads);
        }
    }
}
