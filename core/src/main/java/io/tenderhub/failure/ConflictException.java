package io.tenderhub.failure;

/** The state moved under the caller, or another one holds the name or the lease; read again and retry. */
public final class ConflictException extends TenderHubException {
    public ConflictException(String message) {
        super(message, null);
    }
}
