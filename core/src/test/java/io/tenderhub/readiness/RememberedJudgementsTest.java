package io.tenderhub.readiness;

import static org.assertj.core.api.Assertions.assertThat;

import io.tenderhub.company.CompanyProfile;
import io.tenderhub.requirement.Requirements;
import io.tenderhub.tender.Tender;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.text.Normalizer;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** What a scorer keeps from one tender to the next never shows in a score. A failure names its seed. */
class RememberedJudgementsTest {
    private static final List<String> PIECES = List.of(
            "Cleaning",
            "of",
            "CLINICS",
            "Office",
            "cleaners",
            "flies",
            "fly",
            "USES",
            "use",
            "Wörter",
            "İstanbul",
            "storm",
            "water",
            "services",
            "Electrician",
            "installations",
            "a",
            "x2",
            "Κόσμος",
            "buses",
            "constructing",
            "2026",
            " ",
            "  ",
            "-",
            ", ",
            "\n",
            "\t",
            "\r",
            "\f",
            "/",
            "'",
            "\u00a0",
            "…",
            "\u2003",
            "é",
            "province",
            "KZN",
            "Kwa-Zulu",
            "Limpopo");

    private final Policies policies = Policies.builtIn();

    @Test
    void aScorerThatHasSeenManyTendersScoresAsOneThatHasSeenNone() {
        for (int seed = 0; seed < 60; seed++) {
            RandomCases cases = new RandomCases(seed);
            Random random = new Random(seed);
            Policy own = cases.policy();
            PolicyChoice choice = switch (seed % 3) {
                case 0 -> policies.defaultChoice();
                case 1 -> PolicyChoice.always(own);
                default -> tender -> tender.title().isPresent() ? own : policies.southAfrica();
            };
            CompanyProfile profile = cases.profile().toBuilder()
                    .keywords(List.of("uses of flies", "Electrician", "Wörter", "Office cleaning"))
                    .build();
            ReadinessScorer experienced = new ReadinessScorer(profile, choice);
            for (int i = 0; i < 60; i++) {
                Tender tender = withWords(cases.tender(), random);
                Requirements requirements = RandomCases.requirements(cases.demands());
                BidSituation situation = cases.situation();

                assertThat(experienced.score(tender, requirements, situation))
                        .as("seed %d, tender %d: %s", seed, i, tender)
                        .isEqualTo(new ReadinessScorer(profile, choice).score(tender, requirements, situation));
            }
        }
    }

    @Test
    void policiesWithoutEndAreJudgedByEachOfThem() {
        RandomCases cases = new RandomCases(7);
        List<Policy> many = IntStream.range(0, 40).mapToObj(i -> cases.policy()).toList();
        List<Tender> tenders =
                IntStream.range(0, 40).mapToObj(i -> cases.tender()).toList();
        CompanyProfile profile = cases.profile();
        ReadinessScorer scorer =
                new ReadinessScorer(profile, tender -> many.get(Math.floorMod(tender.hashCode(), many.size())));

        for (int round = 0; round < 3; round++) {
            for (Tender tender : tenders) {
                Policy policy = many.get(Math.floorMod(tender.hashCode(), many.size()));
                assertThat(scorer.score(tender, Requirements.NONE_STATED, cases.situation())
                                .checklist())
                        .isEqualTo(new ReadinessScorer(profile, PolicyChoice.always(policy))
                                .score(tender, Requirements.NONE_STATED, cases.situation())
                                .checklist());
            }
        }
    }

    @Test
    void wordsAreFoundAsTheirStemsSay() {
        Random random = new Random(3);
        for (int i = 0; i < 1_500; i++) {
            CompanyProfile profile = CompanyProfile.builder()
                    .name("A")
                    .services(List.of(text(random, 3) + "b1", text(random, 2) + "b2"))
                    .keywords(List.of("use " + i))
                    .build();
            Capabilities company = Capabilities.of(profile);
            KnownStems known = new KnownStems(List.of(company));
            for (int j = 0; j < 3; j++) {
                String text = text(random, 12);
                Set<String> stems = Stems.of(text);
                KnownStems.Found found = known.nothing();
                known.find(text, found);
                for (Capabilities.Offer offer : company.offers()) {
                    for (String stem : offer.stems()) {
                        assertThat(found.has(known.number(stem)))
                                .as("%s in %s", stem, text)
                                .isEqualTo(stems.contains(stem));
                    }
                }
            }
        }
    }

    @Test
    void placesAmountsAndQuotesAreWrittenAsTheirExpressionsSay() {
        Random random = new Random(4);
        for (int i = 0; i < 5_000; i++) {
            String text = text(random, 8);
            String plain = Normalizer.normalize(text, Normalizer.Form.NFD)
                    .replaceAll("\\p{M}+", "")
                    .replaceAll("[^\\p{L}\\d]+", " ")
                    .strip()
                    .toLowerCase(Locale.ROOT);
            assertThat(Places.normal("q " + text)).isEqualTo(withoutProvince(("q " + plain).strip()));
            String cut = text.replaceAll("\\s+", " ").strip();
            assertThat(Wording.cut(text))
                    .isEqualTo(cut.length() > 120 ? cut.substring(0, 119).strip() + "…" : cut);
            BigDecimal amount = BigDecimal.valueOf(random.nextLong() >> random.nextInt(60), random.nextInt(9) - 3);
            assertThat(Wording.grouped(amount))
                    .isEqualTo(String.format(
                            Locale.ROOT,
                            "%,d",
                            amount.setScale(0, RoundingMode.HALF_UP).toBigInteger()));
        }
    }

    private static String withoutProvince(String plain) {
        return plain.endsWith(" province") ? plain.substring(0, plain.length() - " province".length()) : plain;
    }

    private static Tender withWords(Tender tender, Random random) {
        String title = text(random, 5).strip();
        String description = text(random, 20).strip();
        List<Tender> varied = new ArrayList<>();
        varied.add(tender);
        varied.add(Tender.builder(random.nextBoolean() ? "ocds-9t57fa-1" : "ocds-x-1", tender.releaseDate())
                .title(title.isBlank() ? null : title)
                .description(description.isBlank() ? null : description)
                .value(tender.value().orElse(null))
                .status(tender.status().orElse(null))
                .tenderPeriod(tender.tenderPeriod())
                .deliveryLocation(random.nextBoolean() ? "1 Road, Northwest Limpopo" : null)
                .briefing(tender.briefing().orElse(null))
                .build());
        return varied.get(random.nextInt(2));
    }

    private static String text(Random random, int most) {
        return IntStream.range(0, random.nextInt(most) + 1)
                .mapToObj(i -> PIECES.get(random.nextInt(PIECES.size())))
                .collect(Collectors.joining());
    }
}
