package io.tenderhub.failure;

/**
 * Who asks is not known: wrong e-mail or password, or a session, key or invitation that does not exist, has ended or was
 * revoked. Which of these is never told.
 */
public final class NotAuthenticatedException extends TenderHubException {
    /** @param message what to do about it, without a secret, a name or which part was wrong */
    public NotAuthenticatedException(String message) {
        super(message, null);
    }
}
