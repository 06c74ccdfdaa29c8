package io.tenderhub.semantic;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class RelaxedTextTest {

    @Test
    void allWordsButOneAreEnough() {
        assertThat(RelaxedText.of("repair of the school toilets"))
                .contains("school toilets or repair toilets or repair school");
    }

    @Test
    void whoeverSaysHowWordsBelongTogetherIsTakenAtHisWord() {
        assertThat(RelaxedText.of("\"school toilets\" repair")).isEmpty();
        assertThat(RelaxedText.of("school -toilets")).isEmpty();
        assertThat(RelaxedText.of("school or toilets")).isEmpty();
        assertThat(RelaxedText.of("school toilets")).isEmpty();
    }

    @Test
    void theModelIsToldNothingThatMustNotStandThere() {
        assertThat(RelaxedText.withoutOperators("\"school toilets\" or ablution -mobile -\"for hire\" pre-paid"))
                .isEqualTo("school toilets ablution pre-paid");
    }
}
