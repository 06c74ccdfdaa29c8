package io.tenderhub.event;

import static java.util.Objects.requireNonNull;

import java.time.Instant;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/**
 * An event as it stands in the outbox.
 *
 * @param id of this event and no other; rising in the order of appending, not of committing
 * @param raisedAt when it was appended
 */
public record RaisedEvent(long id, DomainEvent event, Instant raisedAt) {
    public RaisedEvent {
        requireNonNull(event);
        requireNonNull(raisedAt);
    }

    /** The ids of what changed, each once, in the order of the events. */
    public static Set<String> aggregates(List<RaisedEvent> events) {
        Set<String> ids = new LinkedHashSet<>();
        events.forEach(raised -> ids.add(raised.event().aggregateId()));
        return ids;
    }
}
