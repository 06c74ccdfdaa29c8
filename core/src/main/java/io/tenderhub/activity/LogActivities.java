package io.tenderhub.activity;

import io.tenderhub.event.DomainEvent;
import io.tenderhub.event.EventHandler;
import io.tenderhub.event.EventType;
import io.tenderhub.event.RaisedEvent;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;

/**
 * Writes every event into the activity log, once however often it is handled. Only that a team leaves is not written: its log goes with
 * it.
 */
public final class LogActivities implements EventHandler {
    private final ActivityLog log;

    public LogActivities(ActivityLog log) {
        this.log = log;
    }

    @Override
    public String name() {
        return "log-activities";
    }

    @Override
    public Set<EventType> handles() {
        return EnumSet.complementOf(EnumSet.of(EventType.TEAM_DELETED));
    }

    @Override
    public boolean takesLong() {
        return false;
    }

    @Override
    public void handle(List<RaisedEvent> events) {
        log.record(events.stream().map(LogActivities::activity).toList());
    }

    private static Activity activity(RaisedEvent raised) {
        DomainEvent event = raised.event();
        return new Activity(
                "event-" + raised.id(),
                event.type().code(),
                event.team(),
                event.aggregateId(),
                event.payload(),
                raised.raisedAt());
    }
}
