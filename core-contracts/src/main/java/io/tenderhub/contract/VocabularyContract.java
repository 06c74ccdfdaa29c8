package io.tenderhub.contract;

import static io.tenderhub.contract.SampleTenders.ocid;
import static io.tenderhub.contract.SampleTenders.tender;
import static org.assertj.core.api.Assertions.assertThat;

import io.tenderhub.event.UnitOfWork;
import io.tenderhub.search.TenderWords;
import io.tenderhub.search.Vocabulary;
import io.tenderhub.tender.Tender;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.concurrent.Callable;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What {@link Vocabulary} promises. */
public abstract class VocabularyContract {
    /** The clock that the implementation under test is built with. */
    protected final MovableClock clock = new MovableClock(Instant.parse("2026-11-21T08:00:00Z"));

    protected abstract UnitOfWork unitOfWork();

    protected abstract Vocabulary vocabulary();

    /** Tenders with these titles, all words of which are learnt. */
    private void know(String... titles) {
        List<Tender> tenders = IntStream.range(0, titles.length)
                .mapToObj(n -> tender(ocid(n)).title(titles[n]).build())
                .toList();
        unitOfWork()
                .forSystem(transaction -> transaction
                        .tenders()
                        .saveAll(tenders.stream().map(SampleTenders::toStore).toList()));
        tenders.forEach(tender -> vocabulary().learn(TenderWords.of(tender)));
    }

    @ParameterizedTest
    @CsvSource({
        "mantenance, maintenance",
        "maintenence, maintenance",
        "maintnance, maintenance",
        "constuction, construction",
        "contruction, construction",
        "electical, electrical",
        "refurbishmnet, refurbishment",
        "shcool, school",
        "rof, roof",
        "moreson, moresun"
    })
    void knowsWhatWasMeant(String typed, String meant) {
        know(
                "Maintenance and construction of the school roof",
                "Electrical refurbishment in Môresun",
                "Supply of mattresses to the constabulary");

        assertThat(vocabulary().similar(typed, 3)).startsWith(meant);
    }

    @Test
    void knowsNothingThatIsNotAlike() {
        know("Maintenance of the school roof");

        assertThat(vocabulary().similar("xylophone", 5)).isEmpty();
        assertThat(vocabulary().similar("zz", 5)).isEmpty();
    }

    @Test
    void leavesTheWordItselfOutAndGivesNoMoreThanAsked() {
        know("Paving, paving, parving and pavings");

        assertThat(vocabulary().similar("paving", 5)).contains("pavings").doesNotContain("paving");
        assertThat(vocabulary().similar("pavin", 1)).hasSize(1);
    }

    @Test
    void namesOnlyWordsThatATenderIsFoundBy() {
        know("Drilling of a borehole");
        vocabulary().learn(List.of("boreholt"));

        assertThat(vocabulary().similar("boreholp", 5)).containsExactly("borehole");
    }

    @Test
    void putsAWordOfMoreTendersFirstAmongThoseEquallyAlike() {
        know("A station", "Two statics", "Another statics", "Three statics");

        assertThat(vocabulary().similar("stati", 2)).containsExactly("statics", "station");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", " ", "a", "\0", "a\0b", "%_", "'", "{", "\\", "\uD83D\uDE00", "or", "the"})
    void neverFailsOnOddWords(String word) {
        know("Maintenance");

        assertThat(vocabulary().similar(word, 5)).hasSizeLessThanOrEqualTo(1);
    }

    @Test
    void learnsWordsOnceHoweverManyLearnThem() throws Exception {
        List<String> words = IntStream.range(0, 300).mapToObj(n -> "word" + n).toList();
        Simultaneously.run(4, thread -> (Callable<Boolean>) () -> {
            List<String> mine = new ArrayList<>(words);
            Collections.shuffle(mine, new Random(thread));
            for (int from = 0; from < mine.size(); from += 50) {
                vocabulary().learn(mine.subList(from, from + 50));
            }
            return true;
        });
        know("Tender for word7 and word8");

        assertThat(vocabulary().similar("word", 9)).containsExactly("word7", "word8");
    }

    @Test
    void learnsNothingFromNothing() {
        vocabulary().learn(List.of());

        assertThat(vocabulary().similar("maintenance", 3)).isEmpty();
    }
}
