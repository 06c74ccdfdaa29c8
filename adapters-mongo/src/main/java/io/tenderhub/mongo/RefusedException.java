package io.tenderhub.mongo;

/** The server answered with an error, which trying again would not mend. */
final class RefusedException extends IllegalStateException {
    RefusedException(String message, Throwable cause) {
        super(message, cause);
    }
}
