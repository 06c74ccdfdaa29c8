package io.tenderhub.contract;

import io.tenderhub.duplicate.FingerprintRepository;
import io.tenderhub.memory.InMemoryHub;

class InMemoryFingerprintsTest extends FingerprintRepositoryContract {
    private final InMemoryHub hub = new InMemoryHub(clock);

    @Override
    protected FingerprintRepository fingerprints() {
        return hub.fingerprints();
    }
}
