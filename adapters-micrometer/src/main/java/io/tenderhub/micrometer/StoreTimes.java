package io.tenderhub.micrometer;

import io.micrometer.core.instrument.MeterRegistry;
import io.tenderhub.operation.StoreCall;
import io.tenderhub.operation.StoreJournal;
import java.time.Duration;

/** How calls to one store go. */
final class StoreTimes implements StoreJournal {
    private final String store;
    private final Duration slow;
    private final StoreJournal next;
    private final Times calls;
    private final Times waits;
    private final Counts slowCalls;

    StoreTimes(MeterRegistry registry, String store, Duration slow, StoreJournal next) {
        this.store = store;
        this.slow = slow;
        this.next = next;
        this.calls = new Times(
                registry, "tenderhub.store.calls", "Calls to a store.", "store", "operation", "target", "outcome");
        this.waits = new Times(registry, "tenderhub.store.waits", "Waits for a connection.", "store", "outcome");
        this.slowCalls = new Counts(
                registry,
                "tenderhub.store.slow.calls",
                "Calls that took longer than they should.",
                "store",
                "operation",
                "target");
    }

    @Override
    public void called(StoreCall call) {
        calls.record(call.took(), store, call.operation(), call.on(), call.answered() ? "answered" : "failed");
        slowCalls.add(call.took().compareTo(slow) >= 0 ? 1 : 0, store, call.operation(), call.on());
        next.called(call);
    }

    @Override
    public void waited(Duration time, boolean connected) {
        waits.record(time, store, connected ? "connected" : "gave-up");
        next.waited(time, connected);
    }
}
