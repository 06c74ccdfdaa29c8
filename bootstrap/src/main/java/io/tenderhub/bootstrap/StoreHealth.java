package io.tenderhub.bootstrap;

import static java.util.Objects.requireNonNull;

import io.tenderhub.failure.BreakerState;

/**
 * Whether a store answers.
 *
 * @param name {@code postgres}, {@code mongo} or {@code redis}
 * @param address hosts and ports, without credentials
 * @param up whether it answered just now
 * @param holdsTheTruth whether nothing works without it
 * @param breaker whether the program leaves it alone for a while; one that holds the truth never is
 */
public record StoreHealth(String name, String address, boolean up, boolean holdsTheTruth, BreakerState breaker) {
    public StoreHealth {
        requireNonNull(name);
        requireNonNull(address);
        requireNonNull(breaker);
    }
}
