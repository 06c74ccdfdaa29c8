package io.tenderhub.tender;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

class HeadingWordsTest {
    private static final Pattern WORD =
            Pattern.compile("(?<![\\p{L}\\d/_.-])\\p{L}{3,}(?:['’]\\p{L})?(?![\\p{L}\\d/_-])");
    private static final List<String> PIECES = List.of(
            "RFQ",
            "bid",
            "bidder's",
            "bidders’",
            "cleaning",
            "don",
            "'",
            "’",
            "t",
            "é",
            "Übung",
            "12",
            "/",
            "_",
            "-",
            ".",
            " ",
            "\n",
            "\u00a0",
            "\u0661",
            "中",
            "𝒜𝒷𝒸",
            "𝟙",
            "\ud83d\ude00",
            "\ud800",
            "ab",
            "'s");

    @Test
    void areThoseOfTheExpression() {
        Random random = new Random(1);
        for (int i = 0; i < 20_000; i++) {
            StringBuilder title = new StringBuilder();
            for (int pieces = random.nextInt(9); pieces > 0; pieces--) {
                title.append(PIECES.get(random.nextInt(PIECES.size())));
            }
            List<String> expected = new ArrayList<>();
            Matcher matcher = WORD.matcher(title);
            while (matcher.find()) {
                expected.add(matcher.group());
            }
            List<String> found = new ArrayList<>();
            HeadingWords words = new HeadingWords(title.toString());
            while (words.next()) {
                found.add(words.word());
            }
            assertThat(found).as(title.toString()).isEqualTo(expected);
        }
    }
}
