package io.tenderhub.summary;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ExtractiveSummarizerTest {
    private static final Pattern NUMBER = Pattern.compile("\\d+(?:[.,/:-]\\d+)*");
    private static final List<String> PIECES = List.of(
            "THE CONTRACTOR SHALL SUPPLY AND DELIVER PIPES",
            "Bidders must hold a CIDB grading of 5GB or higher",
            "a compulsory briefing is held on 12/03/2026 at 10:00",
            "Contact No. 5, Main Rd. for R1.5 million",
            "R 1 500 000,00",
            "• SBD 1 form;",
            "1. Tax clearance",
            "e.g. valves and fittings",
            "Tel. 011 000 0000",
            "within 90 days",
            "2026-02-13 11:00",
            "the closing date is 13 March 2026",
            ".",
            "?",
            ";",
            "\n",
            "\n\n",
            "工事",
            "–",
            "\"quoted\"");

    private final Summarizer summarizer = new ExtractiveSummarizer();

    /** The first took minutes, the others long, when time grew with the square of the length; the limit guards against that alone. */
    @ParameterizedTest
    @ValueSource(strings = {".", "A. ", "a\n"})
    @Timeout(100)
    void longTextsThatNeverEndASentenceHoldNobody(String piece) {
        assertThat(summarizer
                        .summarize("", piece.repeat(400_000 / piece.length()))
                        .text()
                        .split("\\s+"))
                .hasSizeLessThanOrEqualTo(120);
    }

    @Test
    void whatComesAfterAMillionLettersIsNotLookedAtAndNoNumberIsTornApart() {
        String text = "Bids close at noon. " + "x".repeat(999_970) + " Price 123456789 in all.";

        Digest digest = summarizer.summarize("", text);

        assertThat(digest.keyPoints()).anyMatch(point -> point.startsWith("Bids close"));
        assertThat(digest.text() + digest.keyPoints()).doesNotContain("12");
    }

    private static String anyText(Random random) {
        return IntStream.range(0, random.nextInt(120))
                .mapToObj(i -> PIECES.get(random.nextInt(PIECES.size())) + (random.nextInt(4) == 0 ? ". " : " "))
                .collect(Collectors.joining());
    }

    private static String spaced(String text) {
        return String.join(" ", Sentences.words(text));
    }

    private static Set<String> numbers(String text) {
        return NUMBER.matcher(text).results().map(found -> found.group()).collect(Collectors.toSet());
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8})
    void staysWithinItsBoundsAndItsSource(long seed) {
        Random random = new Random(seed);
        for (int run = 0; run < 100; run++) {
            String heading = PIECES.get(random.nextInt(PIECES.size()));
            String text = anyText(random);
            Digest digest = summarizer.summarize(heading, text);

            assertThat(digest).as("seed %d: %s", seed, text).isEqualTo(summarizer.summarize(heading, text));
            assertThat(Sentences.words(digest.text())).hasSizeLessThanOrEqualTo(120);
            assertThat(digest.keyPoints()).hasSizeLessThanOrEqualTo(7);
            Set<String> published = numbers(heading + "\n" + text);
            assertThat(published).containsAll(numbers(digest.text()));
            for (String point : digest.keyPoints()) {
                assertThat(published).containsAll(numbers(point));
                assertThat(spaced(heading + " " + text)).contains(point.replaceAll("…$", ""));
            }
        }
    }

    @Test
    void saysNothingAboutNothing() {
        assertThat(summarizer.summarize("", " \n")).isEqualTo(new Digest("", List.of(), "extractive-1"));
    }

    @Test
    void fallsBackOnTheHeadingWhereThereIsNoText() {
        assertThat(summarizer.summarize("Paving of a road", "").text()).isEqualTo("Paving of a road.");
    }

    @Test
    void saysTheSameThingOnce() {
        Digest digest = summarizer.summarize(
                "", "The pump station is repaired. The pump station is repaired. Fences are built.");

        assertThat(digest.text()).isEqualTo("The pump station is repaired. Fences are built.");
    }

    @Test
    void leavesOutSingleWordsWhereThereAreSentences() {
        Digest digest = summarizer.summarize("", "Durban\nThe road is paved.\nIs it recurrent? : No");

        assertThat(digest.text()).isEqualTo("The road is paved.");
    }

    @Test
    void takesNoNumberApartWhenItCutsOneLongSentence() {
        String words = IntStream.range(0, 118).mapToObj(i -> "word").collect(Collectors.joining(" "));

        Digest digest = summarizer.summarize("", words + " of R 1 500 000 in all cases and more words follow here");

        assertThat(digest.text()).endsWith("word of…").doesNotContain("1");
    }

    @Test
    void knowsWhereSentencesOfTendersEnd() {
        assertThat(Sentences.of(
                        "Deliver to No. 5 Main Rd. Durban by e.g. Monday. Pay R1.5 million, i.e. all of it! Done?"))
                .containsExactly(
                        "Deliver to No. 5 Main Rd. Durban by e.g. Monday.",
                        "Pay R1.5 million, i.e. all of it!",
                        "Done?");
    }

    @Test
    void readsListsAndWrappedLines() {
        assertThat(Sentences.of("The contractor\nshall build:\n• walls\n2. Fences\n(a) gates\nTHE END"))
                .containsExactly("The contractor shall build:", "walls", "Fences", "gates", "THE END");
    }
}
