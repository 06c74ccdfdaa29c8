package io.tenderhub.event;

import java.util.Set;

/**
 * Reacts to events. Handlers read the truth again and write guarded by versions: being called twice, late or in another
 * order does no harm.
 */
public interface EventHandler {

    /** A short name for logs and errors. */
    String name();

    Set<EventType> handles();

    /** Throws whatever it likes to be called again later. */
    void handle(DomainEvent event);
}
