package io.tenderhub.requirement;

import static org.assertj.core.api.Assertions.assertThat;

import io.tenderhub.tender.Tender;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Assertions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What holds for whatever text: seeded, so that a failure can be repeated. */
class RequirementPropertiesTest {
    private static final List<String> PIECES = List.of(
            "CIDB",
            "grade",
            "7",
            "CE",
            "5GB",
            "or higher",
            "/",
            "-",
            "(",
            ")",
            "8EP/ME",
            "80/20",
            "90/10",
            "five (5) years",
            "experience",
            "period of",
            "36 months",
            "SBD 4",
            "and 6.1",
            "compulsory",
            "briefing",
            "CSD",
            "tax PIN",
            "local office",
            "B-BBEE level 4",
            ".",
            ",",
            ":",
            "\n",
            "é",
            "𝔘",
            "\u00a0",
            "PE",
            "Section",
            "10GB",
            "network",
            "the",
            "of",
            "must be based in");
    private static final String UNRELATED = "The documents may be fetched at the counter. ";

    private final RequirementFinder finder = new RequirementFinder();

    @Test
    void everyFindingStandsInTheFieldItNames() {
        for (long seed = 0; seed < 3_000; seed++) {
            Tender tender = tender(new Random(seed));
            for (Evidence evidence : evidence(finder.find(tender))) {
                if (!evidence.field().startsWith("tender.briefingSession")) {
                    assertThat(text(tender, evidence.field()))
                            .as("seed %d", seed)
                            .contains(evidence.text());
                }
            }
        }
    }

    @Test
    void theSameTenderGivesTheSameRequirements() {
        for (long seed = 0; seed < 500; seed++) {
            Tender tender = tender(new Random(seed));
            assertThat(finder.find(tender)).isEqualTo(new RequirementFinder().find(tender));
        }
    }

    @Test
    void textThatSaysNothingTakesNothingAway() {
        for (long seed = 0; seed < 1_000; seed++) {
            String text = text(new Random(seed));
            Requirements plain = find(text + ". ");
            Requirements longer = find(text + ". " + UNRELATED);

            assertThat(pairs(longer)).as("seed %d: %s", seed, text).containsAll(pairs(plain));
            assertThat(longer.forms()).hasSameSizeAs(plain.forms());
            assertThat(longer.registrations()).hasSameSizeAs(plain.registrations());
        }
    }

    /** Rules that go back over their text again and again would take hours here; the limit only ends a hang. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "5",
                "CE",
                "5CE/",
                "5 years ",
                "period of ",
                "B-BBEE ",
                "compulsory ",
                "80/",
                "(((",
                "a",
                "SBD 4, ",
                "7-9 ",
                "at least "
            })
    void endsOnAMegabyteOfRepetition(String piece) {
        String text = piece.repeat(1_000_000 / piece.length());

        Assertions.assertTimeoutPreemptively(Duration.ofMinutes(2), () -> find(text));
    }

    private Requirements find(String text) {
        return finder.find(
                Tender.builder("ocds-1", Instant.EPOCH).description(text).build());
    }

    private static Tender tender(Random random) {
        return Tender.builder("ocds-1", Instant.EPOCH)
                .title(text(random))
                .description(text(random))
                .specialConditions(text(random))
                .build();
    }

    private static String text(Random random) {
        List<String> words = new ArrayList<>();
        int length = random.nextInt(40);
        for (int i = 0; i < length; i++) {
            words.add(PIECES.get(random.nextInt(PIECES.size())));
        }
        return String.join(random.nextInt(4) == 0 ? "" : " ", words);
    }

    private static String text(Tender tender, String field) {
        return switch (field) {
            case "tender.title" -> tender.title().orElseThrow();
            case "tender.description" -> tender.description().orElseThrow();
            case "tender.specialConditions" -> tender.specialConditions().orElseThrow();
            default -> throw new AssertionError("a field that the tender does not have: " + field);
        };
    }

    private static List<String> pairs(Requirements requirements) {
        return requirements.cidb().stream()
                .map(found -> found.grade().toString())
                .collect(Collectors.toList());
    }

    private static List<Evidence> evidence(Requirements found) {
        return Stream.of(
                        found.cidb().stream().map(CidbRequirement::evidence),
                        found.bbbeeLevel().stream().map(Finding::evidence),
                        found.specificGoals().stream().map(Finding::evidence),
                        found.preferenceSystem().stream().map(Finding::evidence),
                        found.experienceYears().stream().map(Finding::evidence),
                        found.registrations().stream().map(Finding::evidence),
                        found.forms().stream().map(Finding::evidence),
                        found.localPresence().stream().map(Finding::evidence),
                        found.termMonths().stream().map(Finding::evidence),
                        found.briefing().stream().map(Requirements.BriefingRequirement::evidence))
                .flatMap(stream -> stream)
                .toList();
    }
}
