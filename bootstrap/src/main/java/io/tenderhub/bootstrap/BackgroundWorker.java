package io.tenderhub.bootstrap;

import io.tenderhub.event.EventRelay;
import io.tenderhub.event.OutboxSignal;

/** A thread that hands on events until it is closed; the events in its hands are finished first, however long they take. */
final class BackgroundWorker implements AutoCloseable {
    private final EventRelay relay;
    private final Thread thread;

    BackgroundWorker(EventRelay relay, OutboxSignal signal) {
        this.relay = relay;
        this.thread = new Thread(() -> relay.work(signal), "tenderhub-worker");
        thread.start();
    }

    @Override
    public void close() {
        relay.stop();
        boolean interrupted = false;
        // Also when interrupted: what closes next are the clients that the handlers work with.
        while (thread.isAlive()) {
            try {
                thread.join();
            } catch (InterruptedException e) {
                interrupted = true;
            }
        }
        if (interrupted) {
            Thread.currentThread().interrupt();
        }
    }
}
