package io.tenderhub.redis;

import static org.assertj.core.api.Assertions.assertThat;

import io.tenderhub.contract.MovableClock;
import io.tenderhub.failure.BreakerState;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;

class BreakerTest {
    private static final Duration PAUSE = Duration.ofSeconds(60);

    private final MovableClock clock = new MovableClock(Instant.parse("2026-11-21T08:00:00Z"));
    private final Breaker breaker = new Breaker("Redis", 5, PAUSE, clock);

    @Test
    void opensAtTheFifthFailureInARow() {
        fail(4);
        assertThat(breaker.state()).isEqualTo(BreakerState.CLOSED);
        assertThat(breaker.permits()).isTrue();
        fail(1);

        assertThat(breaker.state()).isEqualTo(BreakerState.OPEN);
        assertThat(breaker.permits()).isFalse();
    }

    @Test
    void aSuccessBeginsTheRowAnew() {
        for (int row = 0; row < 10; row++) {
            fail(4);
            breaker.succeeded();
        }

        assertThat(breaker.state()).isEqualTo(BreakerState.CLOSED);
    }

    @Test
    void letsOneProbeThroughWhenThePauseIsOver() {
        fail(5);
        clock.advance(PAUSE.minusMillis(1));
        assertThat(breaker.permits()).isFalse();
        clock.advance(Duration.ofMillis(2));

        assertThat(breaker.permits()).isTrue();
        assertThat(breaker.state()).isEqualTo(BreakerState.HALF_OPEN);
        assertThat(breaker.permits()).as("a second probe").isFalse();

        breaker.succeeded();
        assertThat(breaker.state()).isEqualTo(BreakerState.CLOSED);
        assertThat(breaker.permits()).isTrue();
    }

    @Test
    void aProbeThatFailsBeginsThePauseAnew() {
        fail(5);
        clock.advance(PAUSE.plusMillis(1));
        assertThat(breaker.permits()).isTrue();
        fail(1);

        assertThat(breaker.state()).isEqualTo(BreakerState.OPEN);
        clock.advance(PAUSE.minusMillis(1));
        assertThat(breaker.permits()).isFalse();
        clock.advance(Duration.ofMillis(2));
        assertThat(breaker.permits()).isTrue();
    }

    @Test
    void aProbeThatLearnsNothingLeavesItsTurnToTheNext() {
        fail(5);
        clock.advance(PAUSE.plusMillis(1));
        assertThat(breaker.permits()).isTrue();
        breaker.knowsNothing();

        assertThat(breaker.permits()).isTrue();
    }

    @Test
    void whoAsksUnaskedAndSucceedsClosesIt() {
        fail(5);
        breaker.succeededUnasked();

        assertThat(breaker.state()).isEqualTo(BreakerState.CLOSED);
        assertThat(breaker.permits()).isTrue();
    }

    @Test
    void withoutAPauseItNeverOpens() {
        Breaker never = new Breaker("Redis", 1, Duration.ZERO, clock);
        never.failed(new IllegalStateException("away"));

        assertThat(never.permits()).isTrue();
        assertThat(never.state()).isEqualTo(BreakerState.CLOSED);
    }

    private void fail(int times) {
        for (int i = 0; i < times; i++) {
            breaker.failed(new IllegalStateException("away"));
        }
    }
}
