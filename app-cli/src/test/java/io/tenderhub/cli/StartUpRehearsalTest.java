package io.tenderhub.cli;

import static org.assertj.core.api.Assertions.assertThatCode;

import org.junit.jupiter.api.Test;

class StartUpRehearsalTest {
    @Test
    void runsEveryCommandThatItRehearsesToAGoodEnd() {
        assertThatCode(() -> StartUpRehearsal.main(new String[0])).doesNotThrowAnyException();
    }
}
