package io.tenderhub.quota;

/** Keeps requests to a rate over a window that slides: in no window of that length, wherever it begins, are more granted. */
public interface RateLimiter {

    /**
     * Counts one more, unless as many as the limit allows were granted within the window. Exact however many ask at once, on any
     * number of nodes; one round trip at most. The limit may be another each time: what was granted is remembered for at least the window
     * it was granted under, and counts whatever it was.
     *
     * @param subject who asks, such as {@code user:jo-4f21}; each has its own count
     * @param endpoint what is asked for, such as {@code search}; {@code a-z} and {@code -}
     * @throws io.tenderhub.failure.UnavailableException if the store is away
     */
    RatePermit ask(String subject, String endpoint, RateLimit limit);
}
