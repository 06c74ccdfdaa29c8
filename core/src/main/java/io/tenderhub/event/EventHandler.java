package io.tenderhub.event;

import java.util.List;
import java.util.Set;

/**
 * Reacts to events. Handlers read the truth again and write guarded by versions: being called twice, late, in another order or
 * at the same time on several threads does no harm. What an event tells of may have gone in the meantime; that is no failure.
 */
public interface EventHandler {
    /** A short name for logs and errors. */
    String name();

    Set<EventType> handles();

    /**
     * Whether one event may take long, as one that concerns every tender does. Events of such types are handled one by one, by
     * half of the threads at most.
     */
    boolean takesLong();

    /**
     * Handles several events together, all of types that it {@link #handles}; no transaction is open. Throws whatever it
     * likes to be called again: first with each of them alone, so that one that fails holds up no other, then later. An
     * {@link io.tenderhub.failure.UnavailableException} says that a store is away, which is no event's fault and does not count
     * as an attempt, unless others fare well with the same store just then.
     *
     * @throws NotYetException for events that have to wait
     */
    void handle(List<RaisedEvent> events);
}
