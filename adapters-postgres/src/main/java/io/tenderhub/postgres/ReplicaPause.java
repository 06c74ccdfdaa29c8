package io.tenderhub.postgres;

import io.github.resilience4j.circuitbreaker.CircuitBreaker;
import io.github.resilience4j.circuitbreaker.CircuitBreakerConfig;
import io.github.resilience4j.circuitbreaker.CircuitBreakerConfig.SlidingWindowType;
import java.time.Duration;

/** When a replica is left alone: after so many failures in a row, for so long; then one call tries again. */
record ReplicaPause(int failures, Duration pause) {
    static final ReplicaPause STANDARD = new ReplicaPause(5, Duration.ofSeconds(60));

    ReplicaPause {
        if (failures < 1 || pause.isNegative()) {
            throw new IllegalArgumentException("a pause needs at least 1 failure and no negative time");
        }
    }

    CircuitBreaker breaker() {
        CircuitBreaker breaker = CircuitBreaker.of(
                "replica",
                CircuitBreakerConfig.custom()
                        .slidingWindow(failures, failures, SlidingWindowType.COUNT_BASED)
                        .failureRateThreshold(100)
                        .waitDurationInOpenState(pause.toMillis() < 1 ? Duration.ofMillis(1) : pause)
                        .permittedNumberOfCallsInHalfOpenState(1)
                        .build());
        if (pause.isZero()) {
            breaker.transitionToDisabledState();
        }
        return breaker;
    }
}
