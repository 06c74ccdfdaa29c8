package io.tenderhub.search;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Random;
import org.junit.jupiter.api.Test;

class FoldedTextTest {
    @Test
    void losesAccentsAndWhatStoresCantHold() {
        assertThat(FoldedText.fold("Môreson, São\0Tomé")).isEqualTo("Moreson, Sao Tome");
        assertThat(FoldedText.fold("plain")).isSameAs("plain");
    }

    @Test
    void knowsWhereEachCharacterCameFrom() {
        FoldedText text = FoldedText.of("e\u0301té \uD83D\uDE00 ﬁn");

        assertThat(text.folded()).startsWith("ete \uD83D\uDE00 ");
        assertThat(text.origin(1)).isEqualTo(2);
        assertThat(text.origin(2)).isEqualTo(3);
        assertThat(text.origin(text.folded().length())).isEqualTo("e\u0301té \uD83D\uDE00 ﬁn".length());
    }

    @Test
    void originsNeverGoBackWhateverTheText() {
        Random random = new Random(4);
        for (int round = 0; round < 200; round++) {
            StringBuilder given = new StringBuilder();
            for (int i = random.nextInt(30); i > 0; i--) {
                given.appendCodePoint(
                        random.nextBoolean() ? 'a' + random.nextInt(26) : 0xC0 + random.nextInt(0xD000 - 0xC0));
            }
            FoldedText text = FoldedText.of(given.toString());

            int last = 0;
            for (int at = 0; at <= text.folded().length(); at++) {
                assertThat(text.origin(at)).isBetween(last, given.length());
                last = text.origin(at);
            }
        }
    }
}
