package io.tenderhub.event;

import java.util.Set;

/**
 * Which events are asked for.
 *
 * @param types of the events
 * @param wanted true for events of these types only, false for all others, those of types that nobody knows included
 */
public record EventSelection(Set<EventType> types, boolean wanted) {
    /** Every event. */
    public static final EventSelection ALL = new EventSelection(Set.of(), false);

    public EventSelection {
        types = Set.copyOf(types);
    }

    public static EventSelection only(Set<EventType> types) {
        return new EventSelection(types, true);
    }

    public static EventSelection allBut(Set<EventType> types) {
        return new EventSelection(types, false);
    }
}
