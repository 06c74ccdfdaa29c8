package io.tenderhub.event;

import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.LongAdder;
import java.util.random.RandomGenerator;

/** Tells the outbox how the handling of events ended, and counts. */
final class Settlement {
    /** An event that was begun so many times more often than it may fail ends its workers. */
    private static final int BEGUN_TOO_OFTEN = 2;
    /** Not before: workers that keep dying of something else for a while park no event that takes long. */
    private static final Duration MAY_BE_CHANCE = Duration.ofHours(1);

    private final OutboxQueue queue;
    private final Clock clock;
    private final RandomGenerator random;
    private final RelayOptions options;
    private final RelayJournal journal;
    private final LongAdder completed = new LongAdder();
    private final LongAdder retried = new LongAdder();
    private final LongAdder postponed = new LongAdder();
    private final LongAdder parked = new LongAdder();
    private final LongAdder lost = new LongAdder();

    Settlement(OutboxQueue queue, Clock clock, RandomGenerator random, RelayOptions options, RelayJournal journal) {
        this.queue = queue;
        this.clock = clock;
        this.random = random;
        this.options = options;
        this.journal = journal;
    }

    DrainResult counts() {
        return new DrainResult(completed.sum(), retried.sum(), postponed.sum(), parked.sum(), lost.sum());
    }

    /** Settles those of the events that nobody else has settled. */
    void settle(Batch batch, Map<ClaimedEvent, Outcome> outcomes) {
        List<ClaimedEvent> done = new ArrayList<>();
        Map<Outcome.Postponed, List<ClaimedEvent>> waiting = new LinkedHashMap<>();
        outcomes.forEach((event, outcome) -> {
            if (!batch.settle(event)) {
                return;
            }
            if (outcome instanceof Outcome.Failed failed) {
                fail(event, failed.error());
            } else if (outcome instanceof Outcome.Postponed later) {
                waiting.computeIfAbsent(later, unused -> new ArrayList<>()).add(event);
            } else {
                done.add(event);
            }
        });
        waiting.forEach((later, events) -> postpone(events, later.reason(), atRandom(later.about())));
        complete(done);
    }

    private void complete(List<ClaimedEvent> events) {
        if (!events.isEmpty()) {
            int count = queue.complete(events);
            completed.add(count);
            journal.completed(count);
            lose(events.size() - count);
        }
    }

    private void fail(ClaimedEvent event, String error) {
        if (event.attempt() >= options.maxAttempts()) {
            park(event, error);
        } else if (queue.retryLater(
                event, error, clock.instant().plus(atRandom(options.delayAfter(event.attempt()))))) {
            retried.increment();
            journal.retried(event, error);
        } else {
            lose(1);
        }
    }

    boolean endsItsWorkers(ClaimedEvent event) {
        return event.attempt() > BEGUN_TOO_OFTEN * options.maxAttempts()
                && clock.instant().isAfter(event.raised().raisedAt().plus(MAY_BE_CHANCE));
    }

    void park(ClaimedEvent event, String error) {
        if (queue.park(event, error)) {
            parked.increment();
            journal.parked(event, error);
        } else {
            lose(1);
        }
    }

    void postpone(List<ClaimedEvent> events, String reason, Duration wait) {
        int count = queue.release(events, reason, clock.instant().plus(wait));
        postponed.add(count);
        journal.postponed(count, reason);
        lose(events.size() - count);
    }

    void lose(int events) {
        if (events > 0) {
            lost.add(events);
            journal.lost(events);
        }
    }

    /** Full jitter: those that failed together do not come back together. */
    private Duration atRandom(Duration longest) {
        return Duration.ofMillis(random.nextLong(longest.toMillis() + 1));
    }
}
