package io.tenderhub.mongo;

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

/** Writes in batches on a daemon thread, which starts with the first one. Who hands something over never waits. */
final class BatchWriter<T> implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(BatchWriter.class);
    private static final int MOST_IN_A_BATCH = 500;

    private final String what;
    private final ToIntFunction<List<T>> store;
    private final int mostWaiting;
    private final List<Duration> pauses;
    private final Duration lastWords;
    private final Deque<T> waiting = new ArrayDeque<>();
    private final CountDownLatch closing = new CountDownLatch(1);
    private Optional<Thread> thread = Optional.empty();
    private long handedOver;
    private long done;
    private long dropped;

    /**
     * @param what is written, such as {@code activities}
     * @param store writes a batch and tells how many of it were refused
     * @param mostWaiting what comes beyond is dropped
     * @param pauses before each further try of a batch
     * @param lastWords how long the end waits for what is still to be written
     */
    BatchWriter(String what, ToIntFunction<List<T>> store, int mostWaiting, List<Duration> pauses, Duration lastWords) {
        this.what = what;
        this.store = store;
        this.mostWaiting = mostWaiting;
        this.pauses = pauses;
        this.lastWords = lastWords;
    }

    synchronized void add(List<T> more) {
        int fitting = isClosing() ? 0 : Math.min(more.size(), mostWaiting - waiting.size());
        waiting.addAll(more.subList(0, fitting));
        handedOver += fitting;
        dropped += more.size() - fitting;
        if (fitting > 0 && thread.isEmpty()) {
            Thread writer = new Thread(this::writeAll, "tenderhub-" + what);
            writer.setDaemon(true);
            writer.start();
            thread = Optional.of(writer);
        }
        notifyAll();
    }

    private synchronized void settle(int number) {
        done += number;
        notifyAll();
    }

    /** Waits until everything that was handed over before was written or dropped; not longer than so. */
    synchronized void await(Duration atMost) {
        long wanted = handedOver;
        long end = System.nanoTime() + atMost.toNanos();
        try {
            for (long left = atMost.toMillis(); done < wanted && left > 0 && !isClosing(); ) {
                wait(left);
                left = TimeUnit.NANOSECONDS.toMillis(end - System.nanoTime());
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
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
            List<T> batch = next();
            while (!batch.isEmpty()) {
                write(batch);
                settle(batch.size());
                batch = next();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /** Waits for some; none if it is over. */
    private synchronized List<T> next() throws InterruptedException {
        while (waiting.isEmpty() && !isClosing()) {
            wait();
        }
        List<T> batch = new ArrayList<>();
        while (batch.size() < MOST_IN_A_BATCH && !waiting.isEmpty()) {
            batch.add(waiting.remove());
        }
        return batch;
    }

    private void write(List<T> batch) throws InterruptedException {
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

    private void give(List<T> batch, RuntimeException why) {
        drop(batch.size());
        LOG.warn("{} {} were not logged: {}", batch.size(), what, why.getMessage());
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
