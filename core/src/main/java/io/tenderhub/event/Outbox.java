package io.tenderhub.event;

import java.util.List;

/**
 * Takes events in the transaction of the change that they tell of; had only through a {@link UnitOfWork unit of work}.
 */
public interface Outbox {

    /**
     * Events are handed on only if and when the transaction commits.
     *
     * @throws IllegalArgumentException if the transaction was opened for a team and an event is not that team's
     */
    void append(List<DomainEvent> events);
}
