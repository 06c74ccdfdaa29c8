package io.tenderhub.contract;

import io.tenderhub.idempotency.KeptAnswers;
import io.tenderhub.memory.InMemoryHub;

final class InMemoryIdempotencyTest extends IdempotencyContract {
    private final InMemoryHub hub = new InMemoryHub(clock);

    @Override
    protected KeptAnswers keptAnswers() {
        return hub.keptAnswers();
    }
}
