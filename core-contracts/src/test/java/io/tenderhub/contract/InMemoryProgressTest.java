package io.tenderhub.contract;

import io.tenderhub.consistency.Progress;
import io.tenderhub.memory.InMemoryHub;

final class InMemoryProgressTest extends ProgressContract {
    private final InMemoryHub hub = new InMemoryHub(clock);

    @Override
    protected Progress progress() {
        return hub.progress();
    }
}
