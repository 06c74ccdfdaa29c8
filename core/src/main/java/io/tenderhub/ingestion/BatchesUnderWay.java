package io.tenderhub.ingestion;

import java.util.ArrayDeque;
import java.util.Collections;
import java.util.Deque;
import java.util.Set;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import java.util.function.Supplier;

/**
 * Works on batches on threads of its own while the caller gathers the next, and hands on what they came to in their order, on the
 * caller's thread. No more than a few are under way at once, and never two with a key in common: what has one key is worked on in
 * its order. That the caller is interrupted takes back nothing that was added; he finds himself interrupted afterwards.
 */
final class BatchesUnderWay<R> implements AutoCloseable {
    private final Consumer<? super R> results;
    private final int most;
    private final ExecutorService threads;
    private final Deque<Batch<R>> underWay = new ArrayDeque<>();

    private record Batch<R>(Set<String> keys, Future<R> result) {}

    BatchesUnderWay(int parallelism, Consumer<? super R> results) {
        this.results = results;
        // One more, so that a thread finds the next when it is through with one.
        this.most = parallelism + 1;
        this.threads = Executors.newFixedThreadPool(parallelism, task -> {
            Thread thread = new Thread(task, "tenderhub-load");
            thread.setDaemon(true);
            return thread;
        });
    }

    boolean isEmpty() {
        return underWay.isEmpty();
    }

    /** Throws what an earlier batch failed with; then this one is not begun. */
    void begin(Set<String> keys, Supplier<R> work) {
        while (underWay.size() >= most
                || underWay.stream().anyMatch(batch -> !Collections.disjoint(batch.keys(), keys))) {
            handOnTheFirst();
        }
        underWay.add(new Batch<>(keys, threads.submit(work::get)));
        while (!underWay.isEmpty() && underWay.element().result().isDone()) {
            handOnTheFirst();
        }
    }

    /** Waits for what is under way and hands it on. */
    void finish() {
        while (!underWay.isEmpty()) {
            handOnTheFirst();
        }
    }

    private void handOnTheFirst() {
        results.accept(ended(underWay.remove().result()));
    }

    private static <R> R ended(Future<R> result) {
        boolean interrupted = false;
        try {
            while (true) {
                try {
                    return result.get();
                } catch (InterruptedException e) {
                    interrupted = true;
                }
            }
        } catch (ExecutionException failed) {
            if (failed.getCause() instanceof RuntimeException failure) {
                throw failure;
            }
            if (failed.getCause() instanceof Error error) {
                throw error;
            }
            throw new IllegalStateException(failed.getCause());
        } finally {
            if (interrupted) {
                Thread.currentThread().interrupt();
            }
        }
    }

    /** Waits for what has begun, and does not begin what has not. */
    @Override
    public void close() {
        underWay.forEach(batch -> batch.result().cancel(false));
        threads.shutdown();
        boolean interrupted = false;
        boolean ended = false;
        while (!ended) {
            try {
                ended = threads.awaitTermination(1, TimeUnit.MINUTES);
            } catch (InterruptedException e) {
                interrupted = true;
            }
        }
        if (interrupted) {
            Thread.currentThread().interrupt();
        }
    }
}
