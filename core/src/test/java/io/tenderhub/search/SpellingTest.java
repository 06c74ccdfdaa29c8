package io.tenderhub.search;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

class SpellingTest {
    private static final Set<String> COMMON = Set.of("school", "water");

    private final List<String> asked = new ArrayList<>();
    private final Spelling spelling = new Spelling(
            new Vocabulary() {
                @Override
                public void learn(Collection<String> words) {}

                @Override
                public List<String> similar(String word, int limit) {
                    asked.add(word);
                    return word.equals("skool")
                            ? List.of("school")
                            : word.equals("sanitaton") ? List.of("sanitation") : List.of();
                }
            },
            word -> !COMMON.contains(word));

    private String corrected(String text) {
        return Spelling.corrected(text, spelling.corrections(text)).orElse("");
    }

    @Test
    void setsOnlyWordsRightThatHardlyOccur() {
        assertThat(corrected("Skool water sanitaton")).isEqualTo("school water sanitation");
        assertThat(corrected("school water")).isEmpty();
        assertThat(corrected("sk\u00f6ol")).isEqualTo("school");
        assertThat(corrected("nonsense")).isEmpty();
    }

    @Test
    void leavesEverythingElseAsItWasTyped() {
        assertThat(corrected(" \"SKOOL  water\" or  sanitaton, $1 -skool -\"skool skool\" "))
                .isEqualTo(" \"school  water\" or  sanitation, $1 -skool -\"skool skool\" ");
        assertThat(corrected("pre-skool")).isEqualTo("pre-school");
    }

    @Test
    void asksForNoNumbersOperatorsOrShortWordsAndForFewInAll() {
        spelling.corrections("or OR ab 12 x5y skool5 -skool -\"one two\" " + "word".repeat(20));
        assertThat(asked).isEmpty();

        spelling.corrections("abc bcd cde def efg fgh ghi hij");
        assertThat(asked).hasSize(Spelling.MOST_WORDS);
    }
}
