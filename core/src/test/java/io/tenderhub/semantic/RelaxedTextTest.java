package io.tenderhub.semantic;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class RelaxedTextTest {

    @Test
    void anyOfTheWordsIsEnough() {
        assertThat(RelaxedText.of("repair of the school toilets")).contains("repair or school or toilets");
    }

    @Test
    void whoeverSaysHowWordsBelongTogetherIsTakenAtHisWord() {
        assertThat(RelaxedText.of("\"school toilets\" repair")).isEmpty();
        assertThat(RelaxedText.of("school -toilets")).isEmpty();
        assertThat(RelaxedText.of("school or toilets")).isEmpty();
        assertThat(RelaxedText.of("toilets")).isEmpty();
    }

    @Test
    void theModelIsToldNothingThatMustNotStandThere() {
        assertThat(RelaxedText.withoutOperators("\"school toilets\" or ablution -mobile -\"for hire\" pre-paid"))
                .isEqualTo("school toilets ablution pre-paid");
    }
}
