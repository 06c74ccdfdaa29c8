package io.tenderhub.mongo;

import io.github.resilience4j.circuitbreaker.CircuitBreaker;
import io.github.resilience4j.circuitbreaker.CircuitBreaker.State;
import io.github.resilience4j.circuitbreaker.CircuitBreakerConfig;
import io.github.resilience4j.circuitbreaker.CircuitBreakerConfig.SlidingWindowType;
import io.tenderhub.failure.BreakerState;
import io.tenderhub.failure.UnavailableException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Whether MongoDB is worth asking: not for a while after some failures in a row, and then one call finds out. */
final class Breaker {
    private static final Logger LOG = LoggerFactory.getLogger(Breaker.class);

    private final CircuitBreaker breaker;
    private final String nameless;
    private final int failures;
    private volatile Instant askedAgain;
    private volatile String store;

    /**
     * @param store the server's name for messages, until a failure tells a better one
     * @param pause zero for none: MongoDB is asked always
     */
    Breaker(String store, int failures, Duration pause, Clock clock) {
        this.nameless = store;
        this.store = store;
        this.failures = failures;
        this.askedAgain = clock.instant();
        // A window as long as the run of failures, all of them failures, is that many failures in a row.
        this.breaker = CircuitBreaker.of(
                store,
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
                case OPEN -> {
                    askedAgain = clock.instant().plus(pause);
                    LOG.warn("{} is left alone for {}", this.store, pause);
                }
                case CLOSED -> LOG.info("{} answers again", this.store);
                default -> LOG.debug("{}: {}", this.store, event.getStateTransition());
            }
        });
    }

    /**
     * Asks whether to call now. Who is let through tells how it went.
     *
     * @throws UnavailableException if not
     */
    void permit() {
        if (!breaker.tryAcquirePermission()) {
            throw new UnavailableException(
                    store,
                    breaker.getState() == State.HALF_OPEN
                            ? "it failed of late and one call is finding out whether it answers again"
                            : "it failed " + failures + " times in a row and is not asked again until "
                                    + askedAgain.truncatedTo(ChronoUnit.SECONDS),
                    null);
        }
    }

    /** Also with a refusal: the server is there. */
    void answered() {
        breaker.onSuccess(0, TimeUnit.NANOSECONDS);
    }

    void failed(UnavailableException failure) {
        if (!failure.store().equals(nameless)) {
            store = failure.store();
        }
        breaker.onError(0, TimeUnit.NANOSECONDS, failure);
    }

    /** The call ended without a word about the server. */
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
