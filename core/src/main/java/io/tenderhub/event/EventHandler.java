package io.tenderhub.event;

import java.util.List;
import java.util.Set;

/**
 * Reacts to events. Handlers read the truth again and write guarded by versions: being called twice, late or in another
 * order does no harm. What an event tells of may have gone in the meantime; that is no failure.
 */
public interface EventHandler {
    /** A short name for logs and errors. */
    String name();

    Set<EventType> handles();

    /**
     * Handles several events together, all of types that it {@link #handles}; no transaction is open. Throws whatever it
     * likes to be called again: first with each of them alone, so that one that fails holds up no other, then later.
     */
    void handle(List<RaisedEvent> events);
}
