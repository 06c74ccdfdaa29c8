package io.tenderhub.mongo;

import io.tenderhub.activity.Activity;
import io.tenderhub.failure.UnavailableException;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.ToIntFunction;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Writes activities in batches on a daemon thread, which starts with the first one. Who hands them over never waits. */
final class ActivityWriter implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(ActivityWriter.class);
    private static final int MOST_IN_A_BATCH = 500;

    private final ToIntFunction<List<Activity>> store;
    private final int mostWaiting;
    private final List<Duration> pauses;
    private final Duration lastWords;
    private final Deque<Activity> waiting = new ArrayDeque<>();
    private final CountDownLatch closing = new CountDownLatch(1);
    private Optional<Thread> thread = Optional.empty();
    private long dropped;

    /**
     * @param store writes a batch and tells how many of it were refused
     * @param mostWaiting what comes beyond is dropped
     * @param pauses before each further try of a batch
     * @param lastWords how long the end waits for what is still to be written
     */
    ActivityWriter(ToIntFunction<List<Activity>> store, int mostWaiting, List<Duration> pauses, Duration lastWords) {
        this.store = store;
        this.mostWaiting = mostWaiting;
        this.pauses = pauses;
        this.lastWords = lastWords;
    }

    synchronized void add(List<Activity> activities) {
        int fitting = isClosing() ? 0 : Math.min(activities.size(), mostWaiting - waiting.size());
        waiting.addAll(activities.subList(0, fitting));
        dropped += activities.size() - fitting;
        if (fitting > 0 && thread.isEmpty()) {
            Thread writer = new Thread(this::writeAll, "tenderhub-activities");
            writer.setDaemon(true);
            writer.start();
            thread = Optional.of(writer);
        }
        notifyAll();
    }

    synchronized long dropped() {
        return dropped;
    }

    private synchronized void drop(int number) {
        dropped += number;
    }

    private boolean isClosing() {
        return closing.getCount() == 0;
    }

    private void writeAll() {
        try {
            List<Activity> batch = next();
            while (!batch.isEmpty()) {
                write(batch);
                batch = next();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /** Waits for some; none if it is over. */
    private synchronized List<Activity> next() throws InterruptedException {
        while (waiting.isEmpty() && !isClosing()) {
            wait();
        }
        List<Activity> batch = new ArrayList<>();
        while (batch.size() < MOST_IN_A_BATCH && !waiting.isEmpty()) {
            batch.add(waiting.remove());
        }
        return batch;
    }

    private void write(List<Activity> batch) throws InterruptedException {
        for (int tried = 1; ; tried++) {
            try {
                drop(store.applyAsInt(batch));
                return;
            } catch (UnavailableException e) {
                if (tried > pauses.size() || Thread.currentThread().isInterrupted()) {
                    give(batch, e);
                    return;
                }
            } catch (RuntimeException e) {
                // Whatever is wrong with this batch must not end the thread that writes the next one.
                give(batch, e);
                return;
            }
            // At the end it goes on at once.
            closing.await(pauses.get(tried - 1).toMillis(), TimeUnit.MILLISECONDS);
        }
    }

    private void give(List<Activity> batch, RuntimeException why) {
        drop(batch.size());
        LOG.warn("{} activities were not logged: {}", batch.size(), why.getMessage());
    }

    /** Writes what waits as far as it can be done in time, and drops the rest. */
    @Override
    public void close() {
        Optional<Thread> writer;
        synchronized (this) {
            closing.countDown();
            notifyAll();
            writer = thread;
        }
        writer.ifPresent(this::await);
        synchronized (this) {
            dropped += waiting.size();
            waiting.clear();
        }
    }

    private void await(Thread writer) {
        try {
            writer.join(lastWords.toMillis());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        // Where the server does not answer it ends without it.
        writer.interrupt();
    }
}
