package io.tenderhub.contract;

import io.tenderhub.cache.SecondLevel;
import io.tenderhub.memory.InMemoryHub;

final class InMemorySecondLevelTest extends SecondLevelContract {
    private final InMemoryHub hub = new InMemoryHub(clock);

    @Override
    protected SecondLevel secondLevel() {
        return hub.secondLevel();
    }
}
