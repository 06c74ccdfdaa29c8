package io.tenderhub.readiness;

import static java.util.Objects.requireNonNull;

import io.tenderhub.ingestion.Reject;
import java.util.function.Consumer;
import java.util.function.Function;

/**
 * Something to make of the scores of each tender, on several threads.
 *
 * @param function called on many threads at once, each time with another tender; what it throws ends the scoring and passes through
 * @param results called on the calling thread, in input order; what it throws ends the scoring and passes through
 * @param rejects called on the calling thread, in input order among themselves
 * @param <T> what is made of a tender's scores
 */
public record ScoreWork<T>(
        Function<? super TenderScores, ? extends T> function,
        Consumer<? super T> results,
        Consumer<? super Reject> rejects) {
    public ScoreWork {
        requireNonNull(function);
        requireNonNull(results);
        requireNonNull(rejects);
    }
}
