package io.tenderhub.contract;

import io.tenderhub.memory.InMemoryHub;
import io.tenderhub.quota.RateLimiter;
import java.time.Duration;
import java.time.Instant;

final class InMemoryRateLimiterTest extends RateLimiterContract {
    private final MovableClock clock = new MovableClock(Instant.parse("2026-11-21T08:00:00Z"));
    private final InMemoryHub hub = new InMemoryHub(clock);

    @Override
    protected RateLimiter limiter() {
        return hub.rateLimiter();
    }

    /** Memory knows one node alone. */
    @Override
    protected RateLimiter limiterOfAnotherNode() {
        return hub.rateLimiter();
    }

    @Override
    protected Instant now() {
        return clock.instant();
    }

    @Override
    protected void pass(Duration time) {
        clock.advance(time);
    }
}
