package io.tenderhub.memory;

import io.tenderhub.event.ClaimedEvent;
import io.tenderhub.event.OutboxDepth;
import io.tenderhub.event.OutboxQueue;
import io.tenderhub.event.RaisedEvent;
import io.tenderhub.memory.MemoryTruth.Entry;
import io.tenderhub.memory.MemoryTruth.State;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/** An event that is leased is due again when its lease runs out, so one instant serves both waits. */
final class MemoryOutboxQueue implements OutboxQueue {
    private final MemoryTruth truth;
    private final Clock clock;

    MemoryOutboxQueue(MemoryTruth truth, Clock clock) {
        this.truth = truth;
        this.clock = clock;
    }

    @Override
    public List<ClaimedEvent> claim(int max, Duration lease) {
        return truth.onEvents(events -> {
            Instant now = clock.instant();
            List<ClaimedEvent> claimed = new ArrayList<>();
            for (var position : events.entrySet()) {
                Entry entry = position.getValue();
                if (claimed.size() == max) {
                    break;
                }
                if (entry.state() == State.WAITING && !entry.dueAt().isAfter(now)) {
                    String token = UUID.randomUUID().toString();
                    Instant until = now.plus(lease);
                    int attempt = entry.attempts() + 1;
                    position.setValue(changed(entry, attempt, until, token, State.WAITING));
                    claimed.add(new ClaimedEvent(
                            new RaisedEvent(entry.id(), entry.event(), entry.createdAt()), attempt, token, until));
                }
            }
            return List.copyOf(claimed);
        });
    }

    @Override
    public boolean complete(ClaimedEvent event) {
        return giveUp(event, held -> changed(held, held.attempts(), held.dueAt(), null, State.PUBLISHED));
    }

    @Override
    public boolean retryLater(ClaimedEvent event, String error, Instant nextAttempt) {
        return giveUp(event, held -> changed(held, held.attempts(), nextAttempt, null, State.WAITING));
    }

    @Override
    public boolean park(ClaimedEvent event, String error) {
        return giveUp(event, held -> changed(held, held.attempts(), held.dueAt(), null, State.PARKED));
    }

    @Override
    public OutboxDepth depth() {
        return truth.onEvents(events -> {
            long[] counts = new long[State.values().length];
            events.values().forEach(entry -> counts[entry.state().ordinal()]++);
            return new OutboxDepth(
                    counts[State.WAITING.ordinal()], counts[State.PARKED.ordinal()], counts[State.PUBLISHED.ordinal()]);
        });
    }

    private boolean giveUp(ClaimedEvent event, UnaryOperator<Entry> change) {
        return truth.onEvents(events -> {
            Entry entry = events.get(event.id());
            if (entry == null || !event.token().equals(entry.token())) {
                return false;
            }
            events.put(event.id(), change.apply(entry));
            return true;
        });
    }

    private static Entry changed(Entry entry, int attempts, Instant dueAt, @Nullable String token, State state) {
        return new Entry(entry.id(), entry.event(), entry.createdAt(), attempts, dueAt, token, state);
    }
}
