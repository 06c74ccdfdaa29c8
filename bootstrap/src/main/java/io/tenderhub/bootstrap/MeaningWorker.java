package io.tenderhub.bootstrap;

import io.tenderhub.failure.TenderHubException;
import io.tenderhub.semantic.Followed;
import io.tenderhub.semantic.IndexFollower;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Keeps the index of meanings up to date on a thread of its own, when somebody says that tenders changed, and now and then besides. */
final class MeaningWorker implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(MeaningWorker.class);
    private static final int WORTH_TELLING = 1_000;

    private final IndexFollower follower;
    private final Duration poll;
    private final Clock clock;
    private final Semaphore wakeups = new Semaphore(0);
    private final Thread thread = new Thread(this::work, "tenderhub-meaning");
    private volatile boolean stopped;
    private volatile Optional<Instant> caughtUpAt = Optional.empty();
    private volatile Optional<String> trouble = Optional.empty();

    MeaningWorker(IndexFollower follower, Duration poll, Clock clock) {
        this.follower = follower;
        this.poll = poll;
        this.clock = clock;
        thread.setDaemon(true);
    }

    /** Begins, unless it has. */
    synchronized void start() {
        if (!stopped && thread.getState() == Thread.State.NEW) {
            thread.start();
        }
    }

    /** Looks at the truth soon. */
    void wake() {
        if (wakeups.availablePermits() == 0) {
            wakeups.release();
        }
    }

    Optional<Instant> caughtUpAt() {
        return caughtUpAt;
    }

    Optional<String> trouble() {
        return trouble;
    }

    /** The same on the calling thread, now. */
    synchronized Followed catchUp(Consumer<Followed> told) {
        Followed followed = follower.catchUp(() -> stopped, told);
        caughtUpAt = Optional.of(clock.instant());
        return followed;
    }

    private void work() {
        while (!stopped) {
            try {
                Followed followed = catchUp(soFar -> {});
                trouble = Optional.empty();
                if (followed.put() + followed.removed() >= WORTH_TELLING) {
                    LOG.info(
                            "the index of meanings took in {} tenders and let go of {}",
                            followed.put(),
                            followed.removed());
                }
            } catch (TenderHubException e) {
                if (trouble.isEmpty()) {
                    LOG.warn("the index of meanings falls behind: {}", e.getMessage());
                }
                trouble = Optional.of(String.valueOf(e.getMessage()));
            } catch (RuntimeException e) {
                // Whatever goes wrong, the next look begins where this one did; the log tells what it was.
                LOG.error("the index of meanings falls behind", e);
                trouble = Optional.of(String.valueOf(e));
            }
            pause();
        }
    }

    private void pause() {
        try {
            if (wakeups.tryAcquire(poll.toMillis(), TimeUnit.MILLISECONDS)) {
                wakeups.drainPermits();
            }
        } catch (InterruptedException e) {
            stopped = true;
        }
    }

    /** Waits until the step in hand is done, for the index is closed next. */
    @Override
    public void close() {
        stopped = true;
        wake();
        boolean interrupted = false;
        while (thread.isAlive()) {
            try {
                thread.join();
            } catch (InterruptedException e) {
                interrupted = true;
            }
        }
        if (interrupted) {
            Thread.currentThread().interrupt();
        }
    }
}
