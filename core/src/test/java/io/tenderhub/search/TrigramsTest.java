package io.tenderhub.search;

import static org.assertj.core.api.Assertions.assertThat;

import io.tenderhub.search.Trigrams.Alike;
import java.util.List;
import org.junit.jupiter.api.Test;

class TrigramsTest {
    @Test
    void weighTheBeginningOfAWordMost() {
        assertThat(Trigrams.of("road").distinct()).containsExactly("  r", " ro", "roa", "oad", "ad ");
    }

    @Test
    void takeALetterOutsideTheBasicPlaneForOne() {
        assertThat(Trigrams.of("\uD83D\uDE00a").distinct())
                .containsExactly("  \uD83D\uDE00", " \uD83D\uDE00a", "\uD83D\uDE00a ");
    }

    @Test
    void aWordIsLikeItselfAndUnlikeAnotherOne() {
        assertThat(Trigrams.of("road").similarity(Trigrams.of("road"))).isEqualTo(1);
        assertThat(Trigrams.of("road").similarity(Trigrams.of("pump"))).isZero();
    }

    @Test
    void theMostAlikeComeFirstAndTheWordItselfIsNone() {
        assertThat(Trigrams.alike("borehole", List.of("pump", "borehole", "borhole", "boreholes", "bore")))
                .extracting(Alike::word)
                .containsExactly("boreholes", "borhole", "bore");
    }

    @Test
    void oneSlipLeavesARunThatBothShare() {
        for (String slip : List.of("maintenence", "mantenance", "maintenanse", "maintenacne", "maaintenance")) {
            List<String> learnt = Trigrams.of("maintenance").distinct();

            assertThat(Trigrams.of(slip).runs()).anyMatch(learnt::containsAll);
        }
    }
}
