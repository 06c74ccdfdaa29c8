package io.tenderhub.json;

import static org.assertj.core.api.Assertions.assertThat;

import io.tenderhub.readiness.ChecklistLine;
import io.tenderhub.readiness.Note;
import io.tenderhub.readiness.Outcome;
import io.tenderhub.readiness.ReadinessScore;
import io.tenderhub.readiness.Recommendation;
import io.tenderhub.requirement.Evidence;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class ScoreLinesTest {
    private static final List<String> PIECES = List.of(
            "a",
            "Roads ",
            ",",
            "\"",
            "\\",
            "/",
            "\n",
            "\r",
            "\t",
            "\b",
            "\f",
            "\u0001",
            "\u001f",
            "\u007f",
            "é",
            "€",
            "中",
            "\ud83d\ude00",
            "\ud83d",
            "\ude00",
            "=1",
            "-",
            "@",
            "+",
            "\u2028",
            " works; ");

    @Test
    void jsonIsThatOfTheGenerator() {
        ScoreLines lines = new ScoreLines();
        for (int seed = 0; seed < 4_000; seed++) {
            ReadinessScore score = score(new Random(seed));
            ScoreLines.Page page = lines.page();
            page.json(Optional.empty(), score);

            assertThat(new String(page.bytes(), StandardCharsets.UTF_8))
                    .as("seed %d", seed)
                    .isEqualTo(utf8(JsonText.line(json -> ScoreJson.write(json, score)) + "\n"));
        }
    }

    @Test
    void csvIsThatOfTheSheet() {
        ScoreLines lines = new ScoreLines();
        for (int seed = 0; seed < 4_000; seed++) {
            Random random = new Random(seed);
            ReadinessScore score = score(random);
            String heading = text(random);
            Optional<Instant> closesAt = random.nextInt(4) == 0 ? Optional.empty() : Optional.of(instant(random));
            ScoreLines.Page page = lines.page();
            page.csv(Optional.empty(), score, heading, closesAt);

            assertThat(new String(page.bytes(), StandardCharsets.UTF_8))
                    .as("seed %d", seed)
                    .isEqualTo(utf8(Csv.line(
                                    score.ocid(),
                                    score.tenderId(),
                                    BigDecimal.valueOf(score.points())
                                            .stripTrailingZeros()
                                            .toPlainString(),
                                    score.recommendation().words(),
                                    score.recommendationReason(),
                                    messages(score.blockers()),
                                    messages(score.fixable()),
                                    closesAt.map(Instant::toString).orElse(""),
                                    heading,
                                    score.policy(),
                                    score.policyVersion(),
                                    score.generatedAt().toString())
                            + "\n"));
        }
    }

    @Test
    void aProfileComesFirst() {
        ReadinessScore score = score(new Random(1));
        ScoreLines.Page page = new ScoreLines().page();
        page.json(Optional.of("A \"B\""), score);
        page.csv(Optional.of("A, B"), score, "", Optional.empty());

        assertThat(new String(page.bytes(), StandardCharsets.UTF_8))
                .startsWith("{\"profile\":\"A \\\"B\\\"\",\"ocid\":")
                .contains("}\n\"A, B\",");
    }

    private static ReadinessScore score(Random random) {
        return new ReadinessScore(
                text(random),
                text(random),
                random.nextInt(1001) / 10.0,
                Recommendation.values()[random.nextInt(4)],
                text(random),
                list(random, ScoreLinesTest::line),
                list(random, ScoreLinesTest::note),
                list(random, ScoreLinesTest::note),
                "p" + random.nextInt(3),
                "1",
                random.nextInt(3) == 0 ? instant(random) : Instant.EPOCH);
    }

    /** Often the same words with other points, as of criteria with other weights. */
    private static ChecklistLine line(Random random) {
        return new ChecklistLine(
                "c" + random.nextInt(2),
                Outcome.values()[random.nextInt(5)],
                random.nextInt(251) / 10.0,
                random.nextInt(3) * 50,
                random.nextBoolean() ? "Reason " + random.nextInt(3) : text(random),
                random.nextBoolean() ? Optional.empty() : Optional.of(new Evidence("tender.title", text(random))));
    }

    private static Note note(Random random) {
        return new Note("c" + random.nextInt(3), random.nextBoolean() ? "M " + random.nextInt(3) : text(random));
    }

    private static Instant instant(Random random) {
        long seconds = random.nextInt(8) == 0 ? random.nextLong() >> 9 : random.nextInt() & 0x7FFFFFFFL;
        return Instant.ofEpochSecond(seconds, random.nextInt(4) == 0 ? random.nextInt(1_000_000_000) : 0);
    }

    private static <T> List<T> list(Random random, java.util.function.Function<Random, T> making) {
        return IntStream.range(0, random.nextInt(4))
                .mapToObj(i -> making.apply(random))
                .toList();
    }

    private static String text(Random random) {
        return IntStream.range(0, random.nextInt(6))
                .mapToObj(i -> PIECES.get(random.nextInt(PIECES.size())))
                .collect(Collectors.joining());
    }

    private static String messages(List<Note> notes) {
        return notes.stream().map(Note::message).collect(Collectors.joining("; "));
    }

    /** What is half a character becomes a question mark, as with every writer. */
    private static String utf8(String text) {
        return new String(text.getBytes(StandardCharsets.UTF_8), StandardCharsets.UTF_8);
    }
}
