package io.tenderhub.http.live;

import java.time.Duration;
import java.util.concurrent.Executor;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.ThreadFactory;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.BooleanSupplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** A clock that ticks while somebody follows, and a few threads for what may wait for a store. They end when there is nothing to do. */
final class LiveThreads implements Executor {
    private static final Logger LOG = LoggerFactory.getLogger(LiveThreads.class);
    private static final int WORKERS = 4;
    private static final long IDLE_SECONDS = 5;

    private final Duration pace;
    private final ScheduledThreadPoolExecutor timer = new ScheduledThreadPoolExecutor(1, named("tenderhub-live-timer"));
    private final ThreadPoolExecutor workers = new ThreadPoolExecutor(
            WORKERS, WORKERS, IDLE_SECONDS, TimeUnit.SECONDS, new LinkedBlockingQueue<>(), named("tenderhub-live"));
    private final AtomicBoolean ticking = new AtomicBoolean();

    LiveThreads(Duration pace) {
        this.pace = pace;
        timer.setKeepAliveTime(IDLE_SECONDS, TimeUnit.SECONDS);
        timer.allowCoreThreadTimeOut(true);
        workers.allowCoreThreadTimeOut(true);
    }

    @Override
    public void execute(Runnable work) {
        workers.execute(work);
    }

    /** Ticks at its pace from now on, as long as this holds; does nothing if it ticks already. */
    void tickWhile(BooleanSupplier needed, Runnable tick) {
        if (!ticking.getAndSet(true)) {
            next(needed, tick);
        }
    }

    private void next(BooleanSupplier needed, Runnable tick) {
        timer.schedule(() -> run(needed, tick), pace.toMillis(), TimeUnit.MILLISECONDS);
    }

    private void run(BooleanSupplier needed, Runnable tick) {
        try {
            tick.run();
        } catch (RuntimeException e) {
            // The next tick must come, or no client is looked after any more.
            LOG.error("Looking after those who follow news failed", e);
        }
        if (needed.getAsBoolean()) {
            next(needed, tick);
            return;
        }
        ticking.set(false);
        if (needed.getAsBoolean()) {
            tickWhile(needed, tick);
        }
    }

    private static ThreadFactory named(String name) {
        return work -> {
            Thread thread = new Thread(work, name);
            thread.setDaemon(true);
            return thread;
        };
    }
}
