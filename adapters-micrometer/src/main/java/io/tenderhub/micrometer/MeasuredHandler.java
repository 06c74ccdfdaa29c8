package io.tenderhub.micrometer;

import io.micrometer.core.instrument.MeterRegistry;
import io.tenderhub.event.EventHandler;
import io.tenderhub.event.EventType;
import io.tenderhub.event.NotYetException;
import io.tenderhub.event.RaisedEvent;
import io.tenderhub.failure.UnavailableException;
import java.time.Duration;
import java.util.List;
import java.util.Set;

/** A handler whose calls are measured. */
final class MeasuredHandler implements EventHandler {
    private final EventHandler handler;
    private final Times calls;
    private final Counts events;

    MeasuredHandler(MeterRegistry registry, EventHandler handler) {
        this.handler = handler;
        this.calls = new Times(registry, "tenderhub.handler", "Calls of event handlers.", "handler", "outcome");
        this.events = new Counts(
                registry, "tenderhub.handler.events", "Events in calls of event handlers.", "handler", "outcome");
        events.add(0, handler.name(), "done");
        events.add(0, handler.name(), "failed");
    }

    @Override
    public String name() {
        return handler.name();
    }

    @Override
    public Set<EventType> handles() {
        return handler.handles();
    }

    @Override
    public boolean takesLong() {
        return handler.takesLong();
    }

    @Override
    public void handle(List<RaisedEvent> raised) {
        long begun = System.nanoTime();
        String outcome = "failed";
        try {
            handler.handle(raised);
            outcome = "done";
        } catch (UnavailableException e) {
            outcome = "away";
            throw e;
        } catch (NotYetException e) {
            outcome = "not-yet";
            throw e;
        } finally {
            calls.record(Duration.ofNanos(System.nanoTime() - begun), name(), outcome);
            events.add(raised.size(), name(), outcome);
        }
    }
}
