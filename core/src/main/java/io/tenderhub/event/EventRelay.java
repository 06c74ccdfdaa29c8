package io.tenderhub.event;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.random.RandomGenerator;

/**
 * Hands the events of the outbox to their handlers. Every handler gets every event of its types, in the order of the
 * handlers; an event is done when all of them have handled it. One that fails is tried again later, with exponential
 * backoff and full jitter, and parked after too many failures; it delays no other. Any number of relays may run at once, on
 * any number of nodes.
 */
public final class EventRelay {
    private final OutboxQueue queue;
    private final List<EventHandler> handlers;
    private final Clock clock;
    private final RandomGenerator random;
    private final RelayOptions options;
    private volatile boolean stopped;

    /**
     * @param handlers in the order in which they get an event
     * @param random spreads the retries; must be safe for the threads that drain
     */
    public EventRelay(
            OutboxQueue queue,
            List<? extends EventHandler> handlers,
            Clock clock,
            RandomGenerator random,
            RelayOptions options) {
        this.queue = queue;
        this.handlers = List.copyOf(handlers);
        this.clock = clock;
        this.random = random;
        this.options = options;
    }

    /**
     * Hands on events until nothing is due, or until {@link #stop}.
     *
     * @throws io.tenderhub.failure.UnavailableException if the outbox can't be reached
     */
    public DrainResult drain() {
        long completed = 0;
        long retried = 0;
        long parked = 0;
        long lost = 0;
        while (!stopped) {
            List<ClaimedEvent> batch = queue.claim(options.batchSize(), options.lease());
            if (batch.isEmpty()) {
                break;
            }
            Map<ClaimedEvent, String> failures = handle(batch);
            for (ClaimedEvent event : batch) {
                String error = failures.get(event);
                if (error == null) {
                    if (queue.complete(event)) {
                        completed++;
                    } else {
                        lost++;
                    }
                } else if (event.attempt() >= options.maxAttempts()) {
                    if (queue.park(event, error)) {
                        parked++;
                    } else {
                        lost++;
                    }
                } else if (queue.retryLater(event, error, nextAttempt(event.attempt()))) {
                    retried++;
                } else {
                    lost++;
                }
            }
        }
        return new DrainResult(completed, retried, parked, lost);
    }

    /** Ends the draining, on whatever thread, after the batch at hand; it does not begin again. */
    public void stop() {
        stopped = true;
    }

    private Map<ClaimedEvent, String> handle(List<ClaimedEvent> batch) {
        Map<ClaimedEvent, String> failures = new LinkedHashMap<>();
        for (EventHandler handler : handlers) {
            List<ClaimedEvent> mine = batch.stream()
                    .filter(claimed ->
                            handler.handles().contains(claimed.event().type()))
                    .toList();
            if (!mine.isEmpty() && !attempt(handler, mine).isEmpty()) {
                for (ClaimedEvent one : mine) {
                    List<String> errors = attempt(handler, List.of(one));
                    errors.forEach(error -> failures.merge(one, error, (a, b) -> a + "; " + b));
                }
            }
        }
        return failures;
    }

    /** The error, if it failed. */
    private static List<String> attempt(EventHandler handler, List<ClaimedEvent> events) {
        List<String> errors = new ArrayList<>(1);
        try {
            handler.handle(events.stream().map(ClaimedEvent::raised).toList());
        } catch (RuntimeException | StackOverflowError failure) {
            // Whatever a handler throws is that event's failure; text nested too deeply for a rule is one of these.
            errors.add(handler.name() + ": " + describe(failure));
        }
        return errors;
    }

    private static String describe(Throwable failure) {
        String message = failure.getMessage();
        String name = failure.getClass().getSimpleName();
        return message == null
                ? name
                : name + ": " + message.lines().findFirst().orElse("");
    }

    private Instant nextAttempt(int failures) {
        Duration longest = options.delayAfter(failures);
        return clock.instant().plusMillis(random.nextLong(longest.toMillis() + 1));
    }
}
