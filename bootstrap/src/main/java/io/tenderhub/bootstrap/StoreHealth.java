package io.tenderhub.bootstrap;

import static java.util.Objects.requireNonNull;

import io.tenderhub.failure.BreakerState;
import io.tenderhub.operation.PoolUse;
import java.time.Duration;
import java.util.Optional;

/**
 * Whether a store answers, and how it fares.
 *
 * @param name {@code postgres}, {@code mongo} or {@code redis}
 * @param address hosts and ports, without credentials
 * @param up whether it answered just now
 * @param holdsTheTruth whether nothing works without it
 * @param breaker whether the program leaves it alone for a while; one that holds the truth never is
 * @param latency how long it took to answer; absent if it did not
 * @param pool what this program's connections to it do
 * @param facts what it tells of itself; absent if it did not answer, or would not tell
 */
public record StoreHealth(
        String name,
        String address,
        boolean up,
        boolean holdsTheTruth,
        BreakerState breaker,
        Optional<Duration> latency,
        PoolUse pool,
        Optional<StoreFacts> facts) {
    public StoreHealth {
        requireNonNull(name);
        requireNonNull(address);
        requireNonNull(breaker);
        requireNonNull(latency);
        requireNonNull(pool);
        requireNonNull(facts);
    }
}
