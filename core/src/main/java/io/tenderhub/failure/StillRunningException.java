package io.tenderhub.failure;

import static java.util.Objects.requireNonNull;

import java.time.Duration;

/** The same request was sent before and is still under way; its answer can be had later by the same key. */
public final class StillRunningException extends TenderHubException {
    private final Duration retryAfter;

    /** @param retryAfter when it is worth asking again */
    public StillRunningException(Duration retryAfter) {
        super("the same request is still under way; send it again in " + retryAfter.toSeconds() + " s", null);
        this.retryAfter = requireNonNull(retryAfter);
    }

    public Duration retryAfter() {
        return retryAfter;
    }
}
