package io.tenderhub.redis;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Consumer;

/**
 * Points that were given in this process and are not sent yet: a daemon thread sends them half a second after the first of them, all
 * at once. What comes while too much is waiting is lost.
 */
final class WaitingPoints implements AutoCloseable {
    private static final long PAUSE_MILLIS = 500;
    /** Bounds the memory of a pause. */
    private static final int MOST = 20_000;

    private final Consumer<List<Points>> send;
    private final Map<Seen, Long> waiting = new ConcurrentHashMap<>();
    private final AtomicBoolean planned = new AtomicBoolean();
    private final ReentrantLock sending = new ReentrantLock();
    private final ScheduledThreadPoolExecutor sender;

    private record Seen(LocalDate day, String ocid) {}

    /** What a tender got on a day. */
    record Points(LocalDate day, String ocid, long points) {}

    /** @param send loses what it can't send, and does not fail */
    WaitingPoints(Consumer<List<Points>> send) {
        this.send = send;
        this.sender = new ScheduledThreadPoolExecutor(
                1,
                task -> {
                    Thread thread = new Thread(task, "tenderhub-popular-tenders");
                    thread.setDaemon(true);
                    return thread;
                },
                new ScheduledThreadPoolExecutor.DiscardPolicy());
    }

    void add(LocalDate day, String ocid, long points) {
        if (waiting.size() < MOST) {
            waiting.merge(new Seen(day, ocid), points, Long::sum);
        }
        if (!planned.get() && planned.compareAndSet(false, true)) {
            sender.schedule(this::sendAll, PAUSE_MILLIS, TimeUnit.MILLISECONDS);
        }
    }

    /** When it returns, everything that was added before it was called has been sent or is lost. */
    void sendAll() {
        planned.set(false);
        sending.lock();
        try {
            List<Points> taken = new ArrayList<>();
            for (Seen seen : waiting.keySet()) {
                Long points = waiting.remove(seen);
                if (points != null) {
                    taken.add(new Points(seen.day(), seen.ocid(), points));
                }
            }
            if (!taken.isEmpty()) {
                send.accept(taken);
            }
        } finally {
            sending.unlock();
        }
    }

    /** Sends what is waiting; what is added later is lost. */
    @Override
    public void close() {
        sender.shutdownNow();
        sendAll();
    }
}
