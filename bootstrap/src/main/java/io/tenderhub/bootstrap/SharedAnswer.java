package io.tenderhub.bootstrap;

import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executor;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.LongSupplier;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * The answer to one question that may take long, asked once at a time, on a thread of its own, for all who want it just then.
 * Nobody waits longer than his patience, counted from when the question was put.
 */
final class SharedAnswer<T> {
    private final Supplier<T> question;
    private final Executor executor;
    private final LongSupplier nanoTime;
    private @Nullable Asked<T> last;

    SharedAnswer(Supplier<T> question, Executor executor, LongSupplier nanoTime) {
        this.question = question;
        this.executor = executor;
        this.nanoTime = nanoTime;
    }

    private record Asked<T>(CompletableFuture<T> answer, long since) {}

    /** Puts the question, unless it is being answered. */
    synchronized void begin() {
        if (last == null || last.answer.isDone()) {
            last = new Asked<>(start(), nanoTime.getAsLong());
        }
    }

    private CompletableFuture<T> start() {
        try {
            return CompletableFuture.supplyAsync(question, executor);
        } catch (RejectedExecutionException e) {
            // The program is ending.
            return CompletableFuture.failedFuture(e);
        }
    }

    /** Puts the question, unless it is being answered, and waits. Empty if it failed or takes too long. */
    Optional<T> within(Duration patience) {
        begin();
        return begunWithin(patience);
    }

    /** Waits for the question that was put last. */
    Optional<T> begunWithin(Duration patience) {
        Optional<Asked<T>> asked = asked();
        if (asked.isEmpty()) {
            return Optional.empty();
        }
        long left = patience.toNanos() - (nanoTime.getAsLong() - asked.get().since);
        try {
            return Optional.of(asked.get().answer.get(Math.max(0, left), TimeUnit.NANOSECONDS));
        } catch (TimeoutException | ExecutionException e) {
            // That no answer came is all that is asked for.
            return Optional.empty();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return Optional.empty();
        }
    }

    private synchronized Optional<Asked<T>> asked() {
        return Optional.ofNullable(last);
    }
}
