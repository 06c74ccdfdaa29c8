package io.tenderhub.redis;

import java.time.Duration;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.SynchronousQueue;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.LongSupplier;
import org.jspecify.annotations.Nullable;
import redis.clients.jedis.params.SetParams;

/**
 * Which era it is: the time from one invalidation, of whatever tags, to the next. In an era no answer ends, so one that was found to
 * count in it need not be asked for again before the next.
 *
 * <p>What Redis says of it holds for a lease, reckoned from before it was asked, so that many reads share one round trip; and an
 * invalidation has not returned before all leases are over that were given before it. Only lengths of time are compared, each by
 * one process alone: the clocks of nodes may differ. While there are readers a daemon thread renews the lease long before it ends;
 * who finds none waits for whoever asks just now.
 *
 * <p>What belongs to teams is not of this: it changes by requests, whose senders should not have to wait for leases.
 */
final class Eras implements AutoCloseable {
    /** Leaves the better part of a lease for the round trip of its renewal. */
    private static final int RENEWED_AFTER_PART = 5;

    private static final long RENEWER_IDLES_SECONDS = 10;
    /** As long as nobody wrote what would need one: longer than any answer lives. */
    private static final Duration LIVES = Duration.ofHours(48);

    private final RedisCalls calls;
    private final String key;
    private final long lease;
    private final ThreadPoolExecutor renewer;
    private final LongSupplier nanoTime;
    private final AtomicReference<@Nullable CompletableFuture<Optional<Told>>> asking = new AtomicReference<>();
    private volatile @Nullable Told last;
    /** What was asked for before that does not hold. */
    private volatile long notBefore;

    private record Told(String era, long asked) {}

    Eras(RedisCalls calls, String key, Duration lease, LongSupplier nanoTime) {
        this.calls = calls;
        this.key = key;
        this.lease = lease.toNanos();
        this.nanoTime = nanoTime;
        this.notBefore = nanoTime.getAsLong();
        // Of several who want a renewal at once one gets it.
        this.renewer = new ThreadPoolExecutor(
                0,
                1,
                RENEWER_IDLES_SECONDS,
                TimeUnit.SECONDS,
                new SynchronousQueue<>(),
                task -> {
                    Thread thread = new Thread(task, "tenderhub-era");
                    thread.setDaemon(true);
                    return thread;
                },
                new ThreadPoolExecutor.DiscardPolicy());
    }

    String key() {
        return key;
    }

    /** Empty if Redis can't be asked. Read before the generations of an answer that is to count in it. */
    Optional<String> now() {
        long arrived = nanoTime.getAsLong();
        Told known = last;
        if (known != null && holds(known, arrived)) {
            if (arrived - known.asked() >= lease / RENEWED_AFTER_PART && asking.get() == null) {
                renewer.execute(this::askOrAwait);
            }
            return Optional.of(known.era());
        }
        while (true) {
            Optional<Told> told = askOrAwait();
            // At most the second one was asked for after this read began.
            if (told.isEmpty() || told.get().asked() - arrived >= 0 || holds(told.get(), nanoTime.getAsLong())) {
                return told.map(Told::era);
            }
        }
    }

    private boolean holds(Told told, long now) {
        return now - told.asked() < lease && told.asked() - notBefore >= 0;
    }

    private Optional<Told> askOrAwait() {
        CompletableFuture<Optional<Told>> mine = new CompletableFuture<>();
        CompletableFuture<Optional<Told>> others = asking.compareAndExchange(null, mine);
        if (others != null) {
            return others.join();
        }
        try {
            Optional<Told> told = ask();
            told.ifPresent(answer -> last = answer);
            mine.complete(told);
            return told;
        } finally {
            asking.set(null);
            // Does nothing but for an error: nobody must wait for ever.
            mine.complete(Optional.empty());
        }
    }

    private Optional<Told> ask() {
        long asked = nanoTime.getAsLong();
        return calls.askIfThere(client -> {
                    String era = client.get(key);
                    if (era == null) {
                        client.set(
                                key,
                                UUID.randomUUID().toString(),
                                SetParams.setParams().nx().px(LIVES.toMillis()));
                        era = client.get(key);
                    }
                    return Optional.ofNullable(era);
                })
                .map(era -> new Told(era, asked));
    }

    /** Ends the renewals. */
    @Override
    public void close() {
        renewer.shutdown();
    }

    /** From now on this process asks again, whatever it was told. */
    void forget() {
        notBefore = nanoTime.getAsLong();
    }

    /** Returns when no lease holds any more that anybody was given before. */
    void outlive() {
        long until = System.nanoTime() + lease + lease / 10;
        boolean interrupted = false;
        for (long left = until - System.nanoTime(); left > 0; left = until - System.nanoTime()) {
            try {
                TimeUnit.NANOSECONDS.sleep(left);
            } catch (InterruptedException e) {
                // What was begun is finished: it is a matter of milliseconds.
                interrupted = true;
            }
        }
        if (interrupted) {
            Thread.currentThread().interrupt();
        }
    }
}
