package io.tenderhub.event;

import io.tenderhub.failure.UnavailableException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.Semaphore;
import java.util.concurrent.ThreadFactory;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.BooleanSupplier;
import java.util.stream.Collectors;

/**
 * One time of working: claims on the caller's thread, handles on a bounded number of others, renews the leases of what is in hand
 * and lets nothing be cut off at the end.
 */
final class RelayRun {
    private static final Duration FIRST_PAUSE = Duration.ofSeconds(1);
    private static final Duration LONGEST_PAUSE = Duration.ofSeconds(15);

    private final OutboxQueue queue;
    private final Handling handling;
    private final Settlement settlement;
    private final RelayOptions options;
    private final RelayJournal journal;
    private final BooleanSupplier stopped;
    private final Wakeup wakeup;
    private final EventSelection quick;
    private final EventSelection slow;
    private final Semaphore lanes;
    private final Semaphore slowLanes;
    private final Set<Batch> inHand = ConcurrentHashMap.newKeySet();
    private final AtomicInteger outages = new AtomicInteger();
    private final ExecutorService together;
    private final ExecutorService oneByOne;
    private final ScheduledExecutorService watch;
    private volatile Optional<RuntimeException> outboxFailure = Optional.empty();
    private volatile long pausedUntil = System.nanoTime();
    private long renewed = System.nanoTime();

    RelayRun(
            OutboxQueue queue,
            List<EventHandler> handlers,
            Handling handling,
            Settlement settlement,
            RelayOptions options,
            RelayJournal journal,
            Wakeup wakeup,
            BooleanSupplier stopped) {
        this.queue = queue;
        this.handling = handling;
        this.settlement = settlement;
        this.options = options;
        this.journal = journal;
        this.wakeup = wakeup;
        this.stopped = stopped;
        Set<EventType> slowTypes = handlers.stream()
                .filter(EventHandler::takesLong)
                .flatMap(handler -> handler.handles().stream())
                .collect(Collectors.toSet());
        this.quick = EventSelection.allBut(slowTypes);
        this.slow = EventSelection.only(slowTypes);
        this.lanes = new Semaphore(options.threads());
        this.slowLanes = new Semaphore(slowTypes.isEmpty() ? 0 : Math.max(1, options.threads() / 2));
        this.together = Executors.newFixedThreadPool(
                options.threads() + slowLanes.availablePermits(), named("tenderhub-handler"));
        this.oneByOne = Executors.newFixedThreadPool(options.threads(), named("tenderhub-single"));
        this.watch = Executors.newSingleThreadScheduledExecutor(named("tenderhub-leases"));
    }

    private static ThreadFactory named(String name) {
        AtomicInteger number = new AtomicInteger();
        return work -> new Thread(work, name + "-" + number.incrementAndGet());
    }

    /**
     * Works until nothing is due and nothing is in hand, a store turns out to be away, or it is stopped.
     *
     * @throws UnavailableException if the outbox can't be reached
     */
    void untilQuiet() {
        work(() -> {
            boolean idle = false;
            while (!idle && outages.get() == 0 && !stopped.getAsBoolean()) {
                long seen = wakeup.calls();
                idle = inHand.isEmpty();
                if (claimAndBegin()) {
                    idle = false;
                } else if (!idle) {
                    wakeup.await(seen, options.poll());
                }
            }
        });
        outboxFailure.ifPresent(failure -> {
            throw failure;
        });
    }

    /** Works until it is stopped, whatever fails. */
    void untilStopped() {
        work(() -> {
            while (!stopped.getAsBoolean()) {
                long seen = wakeup.calls();
                Duration wait = Duration.ofNanos(pausedUntil - System.nanoTime());
                if (!wait.isNegative() && !wait.isZero()) {
                    // Stores that are away are not asked sooner because events come in.
                    waitUnlessStopped(seen, wait);
                } else if (!claimAndBeginOrPause()) {
                    wakeup.await(seen, options.poll());
                }
            }
        });
    }

    private void waitUnlessStopped(long seen, Duration wait) throws InterruptedException {
        long end = System.nanoTime() + wait.toNanos();
        long calls = seen;
        while (!stopped.getAsBoolean() && System.nanoTime() < end) {
            wakeup.await(calls, Duration.ofNanos(end - System.nanoTime()));
            calls = wakeup.calls();
        }
    }

    private boolean claimAndBeginOrPause() {
        try {
            return claimAndBegin();
        } catch (RuntimeException e) {
            // The outbox itself fails: no event's fault, and nothing is in hand of what could not be claimed.
            pause(e.getMessage() == null ? e.getClass().getSimpleName() : e.getMessage());
            return true;
        }
    }

    /** Whether anything was begun. */
    private boolean claimAndBegin() {
        boolean begun = begin(quick, options.batchSize(), lanes);
        return begin(slow, 1, slowLanes) || begun;
    }

    private boolean begin(EventSelection selection, int most, Semaphore free) {
        if (!free.tryAcquire()) {
            return false;
        }
        Batch batch = null;
        try {
            List<ClaimedEvent> claimed = queue.claim(most, options.lease(), selection);
            if (!claimed.isEmpty()) {
                Batch begun = new Batch(claimed);
                inHand.add(begun);
                together.execute(() -> handleTogether(begun, claimed, free));
                batch = begun;
            }
            return batch != null;
        } finally {
            if (batch == null) {
                free.release();
            }
        }
    }

    private void handleTogether(Batch batch, List<ClaimedEvent> claimed, Semaphore free) {
        try {
            for (List<ClaimedEvent> events : handling.portions(withoutKillers(batch, claimed))) {
                Map<ClaimedEvent, Outcome> outcomes = handling.handle(events);
                settlement.settle(batch, outcomes);
                noteOutage(outcomes.values());
            }
        } catch (RuntimeException e) {
            // The outbox could not be told: the leases run out, and the events are handled again.
            outboxFailed(e);
        } finally {
            inHand.remove(batch);
            free.release();
            wakeup.call();
        }
    }

    private List<ClaimedEvent> withoutKillers(Batch batch, List<ClaimedEvent> claimed) {
        List<ClaimedEvent> events = new ArrayList<>(claimed);
        events.removeIf(event -> {
            boolean killer = settlement.endsItsWorkers(event);
            if (killer && batch.settle(event)) {
                settlement.park(event, "was begun " + (event.attempt() - 1) + " times and never ended");
            }
            return killer;
        });
        return events;
    }

    private void outboxFailed(RuntimeException failure) {
        outboxFailure = Optional.of(failure);
        pause(failure.toString());
    }

    private void noteOutage(Collection<Outcome> outcomes) {
        outcomes.stream()
                .filter(outcome -> outcome instanceof Outcome.Postponed later && later.outage())
                .findFirst()
                .ifPresentOrElse(outcome -> pause(((Outcome.Postponed) outcome).reason()), () -> outages.set(0));
    }

    /** From the second time in a row on: a single event may be to blame for the first. */
    private void pause(String reason) {
        if (pausedUntil - System.nanoTime() > 0) {
            // Those who were under way meet the same outage, which is no reason to wait longer.
            return;
        }
        int inARow = outages.incrementAndGet();
        if (inARow > 1) {
            long millis = Math.min(LONGEST_PAUSE.toMillis(), FIRST_PAUSE.toMillis() << Math.min(inARow - 2, 10));
            pausedUntil = System.nanoTime() + TimeUnit.MILLISECONDS.toNanos(millis);
            journal.paused(reason, Duration.ofMillis(millis));
        }
    }

    private void handleAlone(Batch batch, ClaimedEvent event) {
        if (!batch.open().contains(event)) {
            return;
        }
        try {
            if (stopped.getAsBoolean()) {
                if (batch.settle(event)) {
                    settlement.postpone(List.of(event), "the worker ended before it", Duration.ZERO);
                }
            } else {
                settlement.settle(batch, handling.handle(List.of(event)));
            }
        } catch (RuntimeException e) {
            // As for a batch.
            outboxFailed(e);
        }
    }

    private void lookAndGoOn() {
        try {
            look();
        } catch (RuntimeException e) {
            // Whatever it is, a look that throws would be the last one.
            journal.paused("a look at what is in hand failed: " + e, Duration.ZERO);
        }
    }

    /** Renews leases when it is time to, and takes batches apart that take too long. */
    private void look() {
        for (Batch batch : inHand) {
            batch.splitWhenOlderThan(options.patience().toNanos())
                    .forEach(event -> oneByOne.execute(() -> handleAlone(batch, event)));
        }
        if (System.nanoTime() - renewed >= options.lease().toNanos() / 3) {
            renewed = System.nanoTime();
            inHand.forEach(this::renew);
        }
    }

    private void renew(Batch batch) {
        List<ClaimedEvent> open = batch.open();
        try {
            settlement.lose(batch.keepOnly(open, queue.renew(open, options.lease())));
        } catch (RuntimeException e) {
            // Tried again at the next look; leases that run out meanwhile cost only repeated work.
            journal.paused("leases could not be renewed: " + e.getMessage(), Duration.ZERO);
        }
    }

    private void work(Loop loop) {
        long look = Math.max(
                1, Math.min(options.lease().toMillis() / 6, options.patience().toMillis() / 2));
        watch.scheduleWithFixedDelay(this::lookAndGoOn, look, look, TimeUnit.MILLISECONDS);
        try {
            loop.run();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } finally {
            end();
        }
    }

    /** However long it takes: leases are renewed until the last handler has ended. */
    private void end() {
        endWhenDone(together);
        endWhenDone(oneByOne);
        endWhenDone(watch);
    }

    private static void endWhenDone(ExecutorService threads) {
        boolean interrupted = Thread.interrupted();
        threads.shutdown();
        boolean ended = false;
        while (!ended) {
            try {
                ended = threads.awaitTermination(1, TimeUnit.MINUTES);
            } catch (InterruptedException e) {
                interrupted = true;
            }
        }
        if (interrupted) {
            Thread.currentThread().interrupt();
        }
    }

    /** What the caller's thread does. */
    private interface Loop {
        void run() throws InterruptedException;
    }
}
