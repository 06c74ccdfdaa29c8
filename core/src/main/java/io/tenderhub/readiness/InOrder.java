package io.tenderhub.readiness;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import java.util.function.Function;

/**
 * Does work on several threads, a few pieces at a time, and hands on the results in order on the thread that adds the pieces. Only so
 * much is under way at once, so results do not heap up.
 */
final class InOrder<S, T> implements AutoCloseable {
    private final Function<? super S, ? extends T> work;
    private final Consumer<? super T> results;
    private final int inAChunk;
    private final int mostChunks;
    private final ExecutorService threads;
    private final Deque<Future<List<T>>> underWay = new ArrayDeque<>();
    private List<S> chunk = new ArrayList<>();

    InOrder(int parallelism, int inAChunk, Function<? super S, ? extends T> work, Consumer<? super T> results) {
        this.work = work;
        this.results = results;
        this.inAChunk = inAChunk;
        this.mostChunks = 3 * parallelism;
        this.threads = Executors.newFixedThreadPool(parallelism, task -> {
            Thread thread = new Thread(task, "scores");
            thread.setDaemon(true);
            return thread;
        });
    }

    void add(S piece) {
        chunk.add(piece);
        if (chunk.size() == inAChunk) {
            begin();
        }
    }

    /** Waits for what is under way and hands it on. */
    void finish() {
        begin();
        while (!underWay.isEmpty()) {
            handOnTheFirst();
        }
    }

    private void begin() {
        List<S> mine = chunk;
        chunk = new ArrayList<>(inAChunk);
        underWay.add(threads.submit(() -> {
            List<T> made = new ArrayList<>(mine.size());
            for (S piece : mine) {
                made.add(work.apply(piece));
            }
            return made;
        }));
        while (underWay.size() >= mostChunks
                || !underWay.isEmpty() && underWay.element().isDone()) {
            handOnTheFirst();
        }
    }

    private void handOnTheFirst() {
        try {
            underWay.remove().get().forEach(results);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted while waiting for scores", interrupted);
        } catch (ExecutionException failed) {
            if (failed.getCause() instanceof RuntimeException failure) {
                throw failure;
            }
            if (failed.getCause() instanceof Error error) {
                throw error;
            }
            throw new IllegalStateException(failed.getCause());
        }
    }

    /** Ends the threads; what they have begun is given up. */
    @Override
    public void close() {
        threads.shutdownNow();
        boolean interrupted = false;
        boolean ended = false;
        while (!ended) {
            try {
                ended = threads.awaitTermination(1, TimeUnit.MINUTES);
            } catch (InterruptedException again) {
                interrupted = true;
            }
        }
        if (interrupted) {
            Thread.currentThread().interrupt();
        }
    }
}
