package io.tenderhub.bootstrap;

import io.tenderhub.event.EventRelay;
import io.tenderhub.failure.UnavailableException;
import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** A thread that drains the outbox again and again until it is closed; the events in its hands are finished first. */
final class BackgroundWorker implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(BackgroundWorker.class);
    private static final int SECONDS_TO_FINISH = 30;

    private final EventRelay relay;
    private final Duration pause;
    private final CountDownLatch ending = new CountDownLatch(1);
    private final Thread thread;

    BackgroundWorker(EventRelay relay, Duration pause) {
        this.relay = relay;
        this.pause = pause;
        this.thread = new Thread(this::work, "tenderhub-worker");
        thread.start();
    }

    /** Waits for the worker's end. */
    void join() throws InterruptedException {
        thread.join();
    }

    private void work() {
        try {
            do {
                drain();
            } while (!ending.await(pause.toMillis(), TimeUnit.MILLISECONDS));
        } catch (InterruptedException e) {
            LOG.warn("the worker was interrupted and ends");
        }
    }

    private void drain() {
        try {
            relay.drain();
        } catch (UnavailableException e) {
            LOG.warn("the worker waits: {}", e.getMessage());
        } catch (RuntimeException e) {
            // One failed round must not end all further ones; the events are still in the outbox.
            LOG.error("a round of the worker failed", e);
        }
    }

    @Override
    public void close() {
        ending.countDown();
        relay.stop();
        try {
            thread.join(TimeUnit.SECONDS.toMillis(SECONDS_TO_FINISH));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
