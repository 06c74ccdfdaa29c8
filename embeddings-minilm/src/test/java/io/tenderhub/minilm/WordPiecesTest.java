package io.tenderhub.minilm;

import static org.assertj.core.api.Assertions.assertThat;

import ai.djl.huggingface.tokenizers.HuggingFaceTokenizer;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import java.util.Map;
import java.util.Random;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class WordPiecesTest {
    private final WordPieces pieces = WordPieces.load();

    @TempDir
    static Path folder;

    @Test
    void aTextIsCutIntoKnownPiecesBetweenTheMarks() {
        assertThat(pieces.of("School toilets")).containsExactly(101, 2082, 21674, 102);
    }

    @Test
    void anEmptyTextIsTheMarksAlone() {
        assertThat(pieces.of(" \n")).containsExactly(101, 102);
    }

    @Test
    void aLongTextIsCutOff() {
        assertThat(pieces.of("school ".repeat(1_000))).hasSize(WordPieces.MOST).endsWith(2082, 102);
    }

    @Test
    void itCutsAsTheTokenizerDoesThatCameWithTheModel() throws IOException {
        System.setProperty("OPT_OUT_TRACKING", "true");
        System.setProperty("DJL_CACHE_DIR", folder.toString());
        try (InputStream file = WordPiecesTest.class.getResourceAsStream("/all-minilm-l6-v2-q-tokenizer.json");
                HuggingFaceTokenizer theirs = HuggingFaceTokenizer.newInstance(
                        file, Map.of("padding", "false", "truncation", "true", "maxLength", "" + WordPieces.MOST))) {
            assertThat(texts())
                    .allSatisfy(text -> assertThat(pieces.of(text))
                            .as("%s", text)
                            .isEqualTo(theirs.encode(text).getIds()));
        }
    }

    private static Stream<String> texts() {
        String letters = "aAbe Zz09 -.,;:!?/\\()[]{}\"'`~@#$%^&*_+=<>|\n\téÉüßñøÅçİıŁœ–—’“”…€£§°µ×½ ​‎"
                + "工事中の学校한국어русскийعربيहिन्दीไทย\uD83D\uDE00\u0085\u000B\u0000\uFFFD\u00AD\u0301Ⅷ①ﬁ";
        Random random = new Random(5);
        Stream<String> mixed = IntStream.range(0, 2_000)
                .mapToObj(i -> random.ints(random.nextInt(60), 0, (int)
                                letters.codePoints().count())
                        .map(at -> letters.codePoints().toArray()[at])
                        .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
                        .toString());
        return Stream.concat(
                Stream.of(
                        "Upgrade of the Nkomazi clinic – phase two: build a clinic's wing; see 'annexure B'.",
                        "RFQ/12 \"A\" 4CE PE or higher, R1,234,567.89 (incl. VAT) @ 50% pre-bid e-mail: scm@x.gov.za",
                        "Supply, delivery & off-loading of 11kV/400V transformers; 3 x 500kVA",
                        "a".repeat(150) + " ablution",
                        "unaffable ".repeat(400)),
                mixed);
    }
}
