package io.tenderhub.memory;

import io.tenderhub.event.ClaimedEvent;
import io.tenderhub.event.EventSelection;
import io.tenderhub.event.OutboxDepth;
import io.tenderhub.event.OutboxEntry.State;
import io.tenderhub.event.OutboxQueue;
import io.tenderhub.event.RaisedEvent;
import io.tenderhub.memory.MemoryTruth.Entry;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.function.UnaryOperator;

/** An event that is leased is due again when its lease runs out, so one instant serves both waits. */
final class MemoryOutboxQueue implements OutboxQueue {
    private final MemoryTruth truth;
    private final Clock clock;

    MemoryOutboxQueue(MemoryTruth truth, Clock clock) {
        this.truth = truth;
        this.clock = clock;
    }

    @Override
    public List<ClaimedEvent> claim(int max, Duration lease, EventSelection selection) {
        return truth.onEvents(events -> {
            Instant now = clock.instant();
            List<ClaimedEvent> claimed = new ArrayList<>();
            for (var position : events.entrySet()) {
                Entry entry = position.getValue();
                if (claimed.size() == max) {
                    break;
                }
                if (entry.state() == State.WAITING
                        && !entry.at().isAfter(now)
                        && selection.types().contains(entry.event().type()) == selection.wanted()) {
                    String token = UUID.randomUUID().toString();
                    Instant until = now.plus(lease);
                    Entry held = entry.begun(token, until);
                    position.setValue(held);
                    RaisedEvent raised = new RaisedEvent(entry.id(), entry.event(), entry.createdAt());
                    claimed.add(new ClaimedEvent(raised, held.attempts(), token, until));
                }
            }
            return List.copyOf(claimed);
        });
    }

    @Override
    public Set<Long> renew(Collection<ClaimedEvent> events, Duration lease) {
        Set<Long> held = new HashSet<>();
        Instant until = clock.instant().plus(lease);
        for (ClaimedEvent event : events) {
            if (change(event, entry -> entry.heldUntil(until))) {
                held.add(event.id());
            }
        }
        return held;
    }

    @Override
    public int complete(Collection<ClaimedEvent> events) {
        return count(events, entry -> entry.settled(State.PUBLISHED, clock.instant()));
    }

    @Override
    public boolean retryLater(ClaimedEvent event, String error, Instant nextAttempt) {
        return change(event, entry -> entry.failed(error).dueAgain(nextAttempt));
    }

    @Override
    public int release(Collection<ClaimedEvent> events, String reason, Instant nextAttempt) {
        return count(events, entry -> entry.failed(reason).notCounted().dueAgain(nextAttempt));
    }

    @Override
    public boolean park(ClaimedEvent event, String error) {
        return change(event, entry -> entry.failed(error).settled(State.PARKED, clock.instant()));
    }

    @Override
    public OutboxDepth depth() {
        return truth.onEvents(events -> {
            long[] counts = new long[State.values().length];
            events.values().forEach(entry -> counts[entry.state().ordinal()]++);
            return new OutboxDepth(
                    counts[State.WAITING.ordinal()],
                    counts[State.PARKED.ordinal()],
                    counts[State.PUBLISHED.ordinal()],
                    events.values().stream()
                            .filter(entry -> entry.state() == State.WAITING)
                            .map(Entry::createdAt)
                            .min(Instant::compareTo));
        });
    }

    private int count(Collection<ClaimedEvent> events, UnaryOperator<Entry> change) {
        return (int) events.stream().filter(event -> change(event, change)).count();
    }

    /** Changes an event that is still held by the lease. */
    private boolean change(ClaimedEvent event, UnaryOperator<Entry> change) {
        return truth.onEvents(events -> {
            Entry entry = events.get(event.id());
            if (entry == null || !event.token().equals(entry.token())) {
                return false;
            }
            events.put(event.id(), change.apply(entry));
            return true;
        });
    }
}
