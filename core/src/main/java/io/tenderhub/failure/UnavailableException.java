package io.tenderhub.failure;

import org.jspecify.annotations.Nullable;

/** A store did not answer, or refused the connection; the same call may succeed later. */
public final class UnavailableException extends TenderHubException {
    private final String store;

    /**
     * @param store which store, with its address and without credentials, such as {@code PostgreSQL at localhost:5432}
     * @param reason why, in a few words
     */
    public UnavailableException(String store, String reason, @Nullable Throwable cause) {
        super(store + " is unavailable: " + reason, cause);
        this.store = store;
    }

    public String store() {
        return store;
    }
}
