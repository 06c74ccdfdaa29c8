package io.tenderhub.memory;

import io.tenderhub.consistency.PendingEvents;
import io.tenderhub.event.OutboxEntry.State;
import java.util.Collection;
import java.util.Set;
import java.util.stream.Collectors;

final class MemoryPendingEvents implements PendingEvents {
    private final MemoryTruth truth;

    MemoryPendingEvents(MemoryTruth truth) {
        this.truth = truth;
    }

    @Override
    public Set<String> waitingFor(Collection<String> aggregateIds) {
        Set<String> asked = Set.copyOf(aggregateIds);
        return truth.onEvents(events -> events.values().stream()
                .filter(entry -> entry.state() == State.WAITING)
                .map(entry -> entry.event().aggregateId())
                .filter(asked::contains)
                .collect(Collectors.toUnmodifiableSet()));
    }
}
