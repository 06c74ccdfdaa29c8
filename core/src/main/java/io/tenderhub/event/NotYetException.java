package io.tenderhub.event;

import java.time.Duration;
import java.util.Set;

/**
 * Thrown by a handler that could not handle some of its events just now, for a reason that is not theirs, such as a lock that
 * somebody else holds. They are tried again and the attempt does not count; the others of the call are handled.
 */
public final class NotYetException extends RuntimeException {
    private static final long serialVersionUID = 1;

    private final transient Set<String> aggregates;
    private final Duration wait;

    /**
     * @param aggregates ids of what the events that could not be handled are about
     * @param wait about how long it may take
     */
    public NotYetException(Set<String> aggregates, String reason, Duration wait) {
        super(reason);
        this.aggregates = Set.copyOf(aggregates);
        this.wait = wait;
    }

    /** Whether this event has to wait; the others of the call are handled. */
    public boolean concerns(DomainEvent event) {
        return aggregates.contains(event.aggregateId());
    }

    Duration about() {
        return wait;
    }
}
