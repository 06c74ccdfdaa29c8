package io.tenderhub.ingestion;

import io.tenderhub.tender.Tender;
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
 * Does the same work on many tenders on several threads and hands on the results in the order of the tenders, on the thread
 * that adds them. No more than a few chunks are under way at once, so memory does not grow with their number.
 */
final class OrderedParallel<T> implements FeedSink, AutoCloseable {
    private static final int TENDERS_IN_A_CHUNK = 64;
    private static final long CHARACTERS_IN_A_CHUNK = 500_000;

    private final Function<? super Tender, ? extends T> work;
    private final Consumer<? super T> results;
    private final Consumer<? super Reject> rejects;
    private final ExecutorService threads;
    private final int mostChunks;
    private final Deque<Future<List<T>>> underWay = new ArrayDeque<>();
    private List<Tender> chunk = new ArrayList<>(TENDERS_IN_A_CHUNK);
    private long characters;

    OrderedParallel(TenderWork<T> work) {
        int parallelism = work.threads();
        this.work = work.function();
        this.results = work.results();
        this.rejects = work.rejects();
        this.mostChunks = 3 * parallelism;
        this.threads = Executors.newFixedThreadPool(parallelism, task -> {
            Thread thread = new Thread(task, "tenders");
            thread.setDaemon(true);
            return thread;
        });
    }

    @Override
    public void tender(Tender tender) {
        chunk.add(tender);
        characters += tender.raw().length();
        if (chunk.size() == TENDERS_IN_A_CHUNK || characters >= CHARACTERS_IN_A_CHUNK) {
            begin();
        }
    }

    @Override
    public void reject(Reject reject) {
        rejects.accept(reject);
    }

    /** Waits for what is under way and hands it on. */
    void finish() {
        begin();
        while (!underWay.isEmpty()) {
            handOnTheFirst();
        }
    }

    private void begin() {
        List<Tender> mine = chunk;
        underWay.add(threads.submit(() -> {
            List<T> made = new ArrayList<>(mine.size());
            for (Tender tender : mine) {
                made.add(work.apply(tender));
            }
            return made;
        }));
        chunk = new ArrayList<>(TENDERS_IN_A_CHUNK);
        characters = 0;
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
