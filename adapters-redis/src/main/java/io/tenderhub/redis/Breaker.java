package io.tenderhub.redis;

import io.github.resilience4j.circuitbreaker.CircuitBreaker;
import io.github.resilience4j.circuitbreaker.CircuitBreaker.State;
import io.github.resilience4j.circuitbreaker.CircuitBreakerConfig;
import io.github.resilience4j.circuitbreaker.CircuitBreakerConfig.SlidingWindowType;
import io.tenderhub.failure.BreakerState;
import java.time.Clock;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Whether Redis is worth asking: not for a while after some failures in a row, and then one call finds out. */
final class Breaker {
    private static final Logger LOG = LoggerFactory.getLogger(Breaker.class);

    private final CircuitBreaker breaker;
    private volatile String lastFailure = "";

    /** @param pause zero for none: Redis is asked always */
    Breaker(String server, int failures, Duration pause, Clock clock) {
        // A window as long as the run of failures, all of them failures, is that many failures in a row.
        this.breaker = CircuitBreaker.of(
                server,
                CircuitBreakerConfig.custom()
                        .slidingWindow(failures, failures, SlidingWindowType.COUNT_BASED)
                        .failureRateThreshold(100)
                        .waitDurationInOpenState(pause.toMillis() < 1 ? Duration.ofMillis(1) : pause)
                        .permittedNumberOfCallsInHalfOpenState(1)
                        .clock(clock)
                        .build());
        if (pause.isZero()) {
            breaker.transitionToDisabledState();
        }
        breaker.getEventPublisher().onStateTransition(event -> {
            switch (event.getStateTransition().getToState()) {
                case OPEN -> LOG.warn("{} is left alone for {}: {}", server, pause, lastFailure);
                case CLOSED -> LOG.info("{} answers again", server);
                default -> LOG.debug("{}: {}", server, event.getStateTransition());
            }
        });
    }

    /** Whether to ask now. Who is let through tells how it went, or {@link #knowsNothing}. */
    boolean permits() {
        return breaker.tryAcquirePermission();
    }

    void succeeded() {
        breaker.onSuccess(0, TimeUnit.NANOSECONDS);
    }

    /** By a call that asked without permission. */
    void succeededUnasked() {
        succeeded();
        if (breaker.getState() == State.OPEN) {
            breaker.transitionToClosedState();
        }
    }

    void failed(RuntimeException failure) {
        lastFailure = failure.toString();
        breaker.onError(0, TimeUnit.NANOSECONDS, failure);
    }

    void knowsNothing() {
        breaker.releasePermission();
    }

    BreakerState state() {
        return switch (breaker.getState()) {
            case OPEN, FORCED_OPEN -> BreakerState.OPEN;
            case HALF_OPEN -> BreakerState.HALF_OPEN;
            case CLOSED, DISABLED, METRICS_ONLY -> BreakerState.CLOSED;
        };
    }
}
