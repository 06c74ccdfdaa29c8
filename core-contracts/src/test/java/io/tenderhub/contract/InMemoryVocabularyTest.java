package io.tenderhub.contract;

import io.tenderhub.event.UnitOfWork;
import io.tenderhub.memory.InMemoryHub;
import io.tenderhub.search.Vocabulary;

final class InMemoryVocabularyTest extends VocabularyContract {
    private final InMemoryHub hub = new InMemoryHub(clock);

    @Override
    protected UnitOfWork unitOfWork() {
        return hub.unitOfWork();
    }

    @Override
    protected Vocabulary vocabulary() {
        return hub.vocabulary();
    }
}
