package io.tenderhub.event;

import java.time.Clock;
import java.util.List;
import java.util.random.RandomGenerator;

/**
 * Hands the events of the outbox to their handlers. Every handler gets every event of its types, in the order of the
 * handlers; an event is done when all of them have handled it. One that fails is tried again later, with exponential
 * backoff and full jitter, and parked after too many failures; one that takes long is taken out of its batch. Neither delays
 * another. While a store is away events wait, and waiting does not count as failing. Any number of relays may run at once, on
 * any number of nodes.
 */
public final class EventRelay {
    private final OutboxQueue queue;
    private final List<EventHandler> handlers;
    private final RelayOptions options;
    private final RelayJournal journal;
    private final Handling handling;
    private final Wakeup wakeup = new Wakeup();
    private final Clock clock;
    private final RandomGenerator random;
    private volatile boolean stopped;

    /**
     * @param handlers in the order in which they get an event
     * @param random spreads the retries; must be safe for several threads
     */
    public EventRelay(
            OutboxQueue queue,
            List<? extends EventHandler> handlers,
            Clock clock,
            RandomGenerator random,
            RelayOptions options,
            RelayJournal journal) {
        this.queue = queue;
        this.handlers = List.copyOf(handlers);
        this.clock = clock;
        this.random = random;
        this.options = options;
        this.journal = journal;
        this.handling = new Handling(this.handlers, random);
    }

    /**
     * Hands on events until nothing is due, a store turns out to be away, or until {@link #stop}.
     *
     * @throws io.tenderhub.failure.UnavailableException if the outbox can't be reached
     */
    public DrainResult drain() {
        Settlement settlement = settlement();
        run(settlement).untilQuiet();
        return settlement.counts();
    }

    /**
     * Hands on events until {@link #stop}, as soon as the signal tells of them, and looks for missed ones besides. Goes on
     * whatever fails.
     */
    public DrainResult work(OutboxSignal signal) {
        Settlement settlement = settlement();
        RelayRun run = run(settlement);
        OutboxSignal.Listening listening = signal.listen(wakeup::call);
        try {
            run.untilStopped();
        } finally {
            listening.close();
        }
        return settlement.counts();
    }

    /**
     * Ends the work, on whatever thread, and does not begin again. No handler is cut off; {@link #drain} and {@link #work}
     * return when those that have begun are through.
     */
    public void stop() {
        stopped = true;
        wakeup.call();
    }

    private Settlement settlement() {
        return new Settlement(queue, clock, random, options, journal);
    }

    private RelayRun run(Settlement settlement) {
        return new RelayRun(queue, handlers, handling, settlement, options, journal, wakeup, () -> stopped);
    }
}
