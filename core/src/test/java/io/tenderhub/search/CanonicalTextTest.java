package io.tenderhub.search;

import static org.assertj.core.api.Assertions.assertThat;

import io.tenderhub.memory.InMemoryHub;
import io.tenderhub.tender.SearchMode;
import io.tenderhub.tender.Tender;
import io.tenderhub.tender.TenderFilter;
import io.tenderhub.tender.TenderToStore;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.Test;

class CanonicalTextTest {
    private static final List<String> WORDS = List.of("water", "pipe", "school", "or", "caf\u00e9", "re-roof", "a.b");

    private static String of(String text) {
        return CanonicalText.of(text, SearchMode.TEXT).orElse("");
    }

    @Test
    void leavesWordsAsTheyAreBesideSignsItDoesNotKnow() {
        assertThat(of("b & a")).isEqualTo("b & a");
        assertThat(of("b \"a")).isEqualTo("b \"a");
        assertThat(of("b a*")).isEqualTo("b a*");
        assertThat(of("b (a)")).isEqualTo("b (a)");
        assertThat(of("or b a")).isEqualTo("or b a");
        assertThat(of("b a or")).isEqualTo("b a or");
        assertThat(of("b or or a")).isEqualTo("b or or a");
        assertThat(of("b -or a")).isEqualTo("b -or a");
        assertThat(of("b \"or\" a")).isEqualTo("b \"or\" a");
        assertThat(of("b - a")).isEqualTo("b - a");
        assertThat(of("b--a")).isEqualTo("b--a");
    }

    /** Whatever is typed, what is looked for instead finds the same; and in other writing, it is the same text. */
    @Test
    void findsTheSameInTheSameForm() {
        Random random = new Random(42);
        InMemoryHub hub = new InMemoryHub(Clock.systemUTC());
        hub.unitOfWork().forSystem(transaction -> transaction.tenders().saveAll(tenders(random)));
        TenderMatches matches = hub.tenderMatches();
        for (int n = 0; n < 500; n++) {
            List<List<String>> alternatives = alternatives(random);
            String text = written(alternatives, " \t", random);
            String other = written(shuffled(alternatives, random), "\u00a0 ", random);

            assertThat(found(matches, of(text))).as(text).isEqualTo(found(matches, text));
            assertThat(of(other)).as(text).isEqualTo(of(text));
            assertThat(of(of(text))).isEqualTo(of(text));
        }
    }

    private static List<String> found(TenderMatches matches, String text) {
        return matches.following(Optional.of(text), TenderFilter.ALL, Optional.empty(), 100);
    }

    private static List<TenderToStore> tenders(Random random) {
        List<TenderToStore> tenders = new ArrayList<>();
        for (int n = 0; n < 40; n++) {
            List<String> words = new ArrayList<>(WORDS);
            Collections.shuffle(words, random);
            tenders.add(new TenderToStore(
                    Tender.builder("ocds-" + n, Instant.EPOCH)
                            .title(String.join(" ", words.subList(0, 1 + random.nextInt(4))))
                            .build(),
                    Set.of()));
        }
        return tenders;
    }

    private static List<List<String>> alternatives(Random random) {
        List<List<String>> alternatives = new ArrayList<>();
        for (int n = 1 + random.nextInt(3); n > 0; n--) {
            List<String> terms = new ArrayList<>();
            for (int m = 1 + random.nextInt(3); m > 0; m--) {
                terms.add((random.nextInt(4) == 0 ? "-" : "") + term(random));
            }
            alternatives.add(terms);
        }
        return alternatives;
    }

    private static String term(Random random) {
        String one = word(random);
        return random.nextInt(4) == 0 ? "\"" + one + " " + word(random) + "\"" : one;
    }

    private static String word(Random random) {
        String word = WORDS.get(random.nextInt(WORDS.size()));
        return word.equals("or") ? "roof" : word;
    }

    private static List<List<String>> shuffled(List<List<String>> alternatives, Random random) {
        List<List<String>> shuffled = new ArrayList<>();
        for (List<String> terms : alternatives) {
            List<String> others = new ArrayList<>(terms);
            others.add(terms.get(random.nextInt(terms.size())));
            Collections.shuffle(others, random);
            shuffled.add(others);
        }
        Collections.shuffle(shuffled, random);
        return shuffled;
    }

    private static String written(List<List<String>> alternatives, String gap, Random random) {
        String blank = random.nextBoolean() ? " " : gap;
        String text = String.join(
                blank + (random.nextBoolean() ? "or" : "OR") + blank,
                alternatives.stream().map(terms -> String.join(blank, terms)).toList());
        return random.nextBoolean() ? text.toUpperCase(Locale.ROOT) : " " + text;
    }
}
