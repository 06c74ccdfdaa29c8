package io.tenderhub.micrometer;

import io.micrometer.core.instrument.MeterRegistry;
import io.tenderhub.event.ClaimedEvent;
import io.tenderhub.event.RelayJournal;
import java.time.Duration;
import java.util.List;

/** What becomes of events. */
final class RelayCounts implements RelayJournal {
    private final RelayJournal next;
    private final Counts events;
    private final Counts pauses;

    RelayCounts(MeterRegistry registry, RelayJournal next) {
        this.next = next;
        this.events =
                new Counts(registry, "tenderhub.relay.events", "Events that this process has had in hand.", "outcome");
        this.pauses = new Counts(
                registry, "tenderhub.relay.pauses", "How often nothing was claimed for a while, as a store was away.");
        // From the beginning, so that the first one that is parked is seen as a rise.
        List.of("done", "retried", "postponed", "parked", "lost").forEach(outcome -> events.add(0, outcome));
        pauses.add(0);
    }

    @Override
    public void completed(int count) {
        events.add(count, "done");
        next.completed(count);
    }

    @Override
    public void retried(ClaimedEvent event, String error) {
        events.add(1, "retried");
        next.retried(event, error);
    }

    @Override
    public void postponed(int count, String reason) {
        events.add(count, "postponed");
        next.postponed(count, reason);
    }

    @Override
    public void parked(ClaimedEvent event, String error) {
        events.add(1, "parked");
        next.parked(event, error);
    }

    @Override
    public void lost(int count) {
        events.add(count, "lost");
        next.lost(count);
    }

    @Override
    public void paused(String reason, Duration pause) {
        pauses.add(1);
        next.paused(reason, pause);
    }
}
