package io.tenderhub.contract;

import io.tenderhub.idempotency.KeptAnswers;
import io.tenderhub.memory.InMemoryHub;

final class InMemoryKeptAnswersTest extends KeptAnswersContract {
    private final InMemoryHub hub = new InMemoryHub(clock);

    @Override
    protected KeptAnswers keptAnswers() {
        return hub.keptAnswers();
    }
}
