package io.tenderhub.search;

import static org.assertj.core.api.Assertions.assertThat;

import io.tenderhub.search.Highlighting.Range;
import io.tenderhub.tender.Highlight;
import io.tenderhub.tender.Highlight.Field;
import io.tenderhub.tender.Highlight.Piece;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class HighlightingTest {
    private static Range range(String text, String word) {
        int at = text.indexOf(word);
        return new Range(at, at + word.length());
    }

    private static String shown(Highlight highlight) {
        return highlight.pieces().stream().map(Piece::text).collect(Collectors.joining());
    }

    @Test
    void cutsAHeadingWhereItMatched() {
        String heading = "New school roof";

        assertThat(Highlighting.of(heading, List.of(range(heading, "school")), "none", List.of()))
                .containsExactly(new Highlight(
                        Field.HEADING,
                        List.of(new Piece("New ", false), new Piece("school", true), new Piece(" roof", false))));
    }

    @Test
    void showsNothingWhereNothingMatched() {
        assertThat(Highlighting.of("a", List.of(), "b", List.of())).isEmpty();
    }

    @Test
    void showsAShortDescriptionWhole() {
        String text = "Roof of a school";

        assertThat(shown(Highlighting.of("", List.of(), text, List.of(range(text, "school")))
                        .get(0)))
                .isEqualTo(text);
    }

    @Test
    void showsOfALongDescriptionThePartWithMostMatches() {
        String text = IntStream.range(0, 200).mapToObj(n -> "w" + n + "w").collect(Collectors.joining(" "));
        List<Range> matches = List.of(range(text, "w10w"), range(text, "w150w"), range(text, "w155w"));

        Highlight highlight = Highlighting.of("", List.of(), text, matches).get(0);

        assertThat(shown(highlight)).startsWith("w144w ").endsWith(" w173w");
        assertThat(highlight.pieces().stream().filter(Piece::matched).map(Piece::text))
                .containsExactly("w150w", "w155w");
    }
}
