package io.tenderhub.http.endpoint;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class TurnsTest {
    private static final long VERY_LONG_MILLIS = 600_000;

    @Test
    void whoComesWhenEnoughWaitIsSentAwayAtOnce() {
        Turns turns = new Turns(2, 0, VERY_LONG_MILLIS);

        assertThat(turns.enter()).isTrue();
        assertThat(turns.enter()).isTrue();
        assertThat(turns.enter()).isFalse();
        turns.leave();
        assertThat(turns.enter()).isTrue();
    }

    @Test
    void whoWaitedInVainHoldsNoPlaceAmongThoseWhoWait() {
        Turns turns = new Turns(1, 1, 1);
        assertThat(turns.enter()).isTrue();
        assertThat(turns.enter()).isFalse();
        assertThat(turns.enter()).isFalse();
        turns.leave();

        assertThat(turns.enter()).isTrue();
    }
}
