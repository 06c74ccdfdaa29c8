package io.tenderhub.semantic;

import static io.tenderhub.semantic.Stand.tender;
import static org.assertj.core.api.Assertions.assertThat;

import io.tenderhub.tender.Tender;
import org.junit.jupiter.api.Test;

class TenderPassagesTest {

    @Test
    void aShortTenderIsOnePassage() {
        assertThat(TenderPassages.of(tender("a", "Ablution block").build()).texts())
                .containsExactly("Ablution block");
    }

    @Test
    void whatIsSaidTwiceStandsOnce() {
        Tender tender =
                tender("a", "Ablution block").description("ABLUTION BLOCK").build();

        assertThat(TenderPassages.of(tender).texts()).containsExactly("Ablution block");
    }

    @Test
    void aLongDescriptionIsCutIntoAFewPassagesThatAllSayWhatTheyAreAbout() {
        Tender tender = tender("a", "Ablution block")
                .description("Toilets for the school. ".repeat(1_000))
                .build();

        assertThat(TenderPassages.of(tender).texts())
                .hasSizeBetween(2, 4)
                .allSatisfy(
                        text -> assertThat(text).startsWith("Ablution block").hasSizeLessThan(1_000));
    }

    @Test
    void noLetterIsCutInHalf() {
        Tender tender = tender("a", "Faces")
                .description("x" + "\uD83D\uDE00".repeat(3_000))
                .build();

        assertThat(TenderPassages.of(tender).texts())
                .allSatisfy(text -> assertThat(
                                text.codePoints().noneMatch(point -> Character.getType(point) == Character.SURROGATE))
                        .isTrue());
    }

    @Test
    void theDigestTellsOneTextFromAnotherAndNothingElse() {
        Tender tender = tender("a", "Ablution block").build();
        Tender elsewhere = tender("b", "Ablution block").province("Limpopo").build();
        Tender other = tender("a", "Ablution blocks").build();

        assertThat(TenderPassages.of(tender).digest())
                .isEqualTo(TenderPassages.of(elsewhere).digest())
                .isNotEqualTo(TenderPassages.of(other).digest());
    }
}
