package io.tenderhub.ingestion;

import static java.util.Objects.requireNonNull;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import java.util.function.Supplier;

/**
 * Does tasks on several threads and hands on what they give in the order of the tasks, on the thread that adds them. No more
 * than a few are under way at once, so memory does not grow with their number. Tasks should take about a millisecond or more,
 * for handing them over costs some microseconds. Used by one thread.
 *
 * @param <R> what a task gives
 */
public final class OrderedParallel<R> implements AutoCloseable {
    private static final int TASKS_FOR_A_THREAD = 3;

    private final Consumer<? super R> results;
    private final ExecutorService threads;
    private final int most;
    private final Deque<Future<R>> underWay = new ArrayDeque<>();

    /**
     * @param parallelism how many threads, at least 1
     * @param results called on the thread that adds tasks
     */
    public OrderedParallel(int parallelism, Consumer<? super R> results) {
        this.results = requireNonNull(results);
        this.most = TASKS_FOR_A_THREAD * parallelism;
        this.threads = Executors.newFixedThreadPool(parallelism, task -> {
            Thread thread = new Thread(task, "tenders");
            thread.setDaemon(true);
            return thread;
        });
    }

    /** Begins a task; hands on what is done, and waits while too much is under way. What an earlier task threw passes through. */
    public void add(Supplier<? extends R> task) {
        underWay.add(threads.submit(task::get));
        while (underWay.size() >= most
                || !underWay.isEmpty() && underWay.element().isDone()) {
            handOnTheFirst();
        }
    }

    /** Waits for what is under way and hands it on. More tasks may follow. */
    public void finish() {
        while (!underWay.isEmpty()) {
            handOnTheFirst();
        }
    }

    private void handOnTheFirst() {
        try {
            results.accept(underWay.remove().get());
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted while waiting for results", interrupted);
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
