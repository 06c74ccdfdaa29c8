package io.tenderhub.contract;

import io.tenderhub.memory.InMemoryHub;
import io.tenderhub.semantic.WritableIndex;
import java.time.Clock;

class InMemorySemanticIndexTest extends SemanticIndexContract {
    private final WritableIndex index = new InMemoryHub(Clock.systemUTC()).semanticIndex();

    @Override
    protected WritableIndex index() {
        return index;
    }
}
