package io.tenderhub.contract;

import io.tenderhub.account.SessionStore;
import io.tenderhub.memory.InMemoryHub;

final class InMemorySessionsTest extends SessionStoreContract {
    private final InMemoryHub hub = new InMemoryHub(clock, life);

    @Override
    protected SessionStore sessions() {
        return hub.sessions();
    }

    /** Memory knows one node alone. */
    @Override
    protected SessionStore sessionsOfAnotherNode() {
        return hub.sessions();
    }
}
