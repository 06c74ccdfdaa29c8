package io.tenderhub.failure;

/** The idempotency key was used for another request before; a new request takes a new key. */
public final class KeyReusedException extends TenderHubException {
    public KeyReusedException() {
        super("this idempotency key was used for another request; take a new one", null);
    }
}
