package io.tenderhub.memory;

import io.tenderhub.event.OutboxSignal;

final class MemoryOutboxSignal implements OutboxSignal {
    private final MemoryTruth truth;

    MemoryOutboxSignal(MemoryTruth truth) {
        this.truth = truth;
    }

    @Override
    public Listening listen(Runnable listener) {
        // An object of its own, so that one listener given twice is taken off once.
        Runnable mine = listener::run;
        truth.addListener(mine);
        listener.run();
        return () -> truth.removeListener(mine);
    }
}
