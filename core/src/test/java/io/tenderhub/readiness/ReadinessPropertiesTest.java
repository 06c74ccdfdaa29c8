package io.tenderhub.readiness;

import static org.assertj.core.api.Assertions.assertThat;

import io.tenderhub.company.CompanyProfile;
import io.tenderhub.readiness.RandomCases.Demand;
import io.tenderhub.requirement.Requirements;
import io.tenderhub.tender.Money;
import io.tenderhub.tender.Tender;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** What holds for every company, tender and policy. A failure names its seed. */
class ReadinessPropertiesTest {
    private static final int CASES = 4_000;

    private final Policies policies = Policies.builtIn();

    @Test
    void pointsAreWithinBoundsAndSumUp() {
        for (int seed = 0; seed < CASES; seed++) {
            RandomCases cases = new RandomCases(seed);
            Policy policy = policy(seed, cases);
            ReadinessScore score = score(
                    cases.profile(),
                    policy,
                    cases.tender(),
                    RandomCases.requirements(cases.demands()),
                    cases.situation());

            assertThat(score.points()).as("seed %d", seed).isBetween(0.0, 100.0);
            long tenths = score.checklist().stream()
                    .mapToLong(line -> Math.round(line.points() * 10))
                    .sum();
            assertThat(score.points()).as("seed %d", seed).isEqualTo(tenths / 10.0);
            assertThat(score.checklist())
                    .as("seed %d", seed)
                    .hasSameSizeAs(policy.criteria())
                    .allSatisfy(line -> {
                        assertThat(line.points()).isBetween(0.0, (double) line.weight());
                        assertThat(line.reason()).endsWith(".").doesNotContain("\n", "  ", "..");
                        if (line.outcome() == Outcome.MET
                                || line.outcome() == Outcome.NOT_STATED
                                        && !line.criterion().equals("sector")) {
                            assertThat(line.points()).isEqualTo(line.weight());
                        }
                        if (line.outcome() == Outcome.NOT_MET) {
                            assertThat(line.points()).isZero();
                        }
                    });
        }
    }

    @Test
    void blockersMeanNotToBid() {
        int blocked = 0;
        for (int seed = 0; seed < CASES; seed++) {
            RandomCases cases = new RandomCases(seed);
            ReadinessScore score = score(
                    cases.profile(),
                    policy(seed, cases),
                    cases.tender(),
                    RandomCases.requirements(cases.demands()),
                    cases.situation());
            if (!score.blockers().isEmpty()) {
                blocked++;
                assertThat(score.recommendation()).as("seed %d", seed).isEqualTo(Recommendation.DO_NOT_BID);
            }
        }
        assertThat(blocked).isBetween(CASES / 20, CASES * 19 / 20);
    }

    @ParameterizedTest
    @EnumSource(Improvement.class)
    void gettingBetterNeverLowersAScoreOrWorsensTheAdvice(Improvement improvement) {
        int raised = 0;
        for (int seed = 0; seed < CASES; seed++) {
            RandomCases cases = new RandomCases(seed);
            Policy policy = policy(seed, cases);
            CompanyProfile profile = cases.profile();
            Tender tender = cases.tender();
            Requirements requirements = RandomCases.requirements(cases.demands());
            BidSituation situation = cases.situation();
            CompanyProfile better = improvement.apply(profile, cases).build();

            ReadinessScore before = score(profile, policy, tender, requirements, situation);
            ReadinessScore after = score(better, policy, tender, requirements, situation);

            assertThat(after.points())
                    .as("seed %d: %s%n%s%n%s", seed, improvement, before, after)
                    .isGreaterThanOrEqualTo(before.points());
            assertThat(after.recommendation())
                    .as("seed %d: %s%n%s%n%s", seed, improvement, before, after)
                    .isLessThanOrEqualTo(before.recommendation());
            if (after.points() > before.points() || after.recommendation() != before.recommendation()) {
                raised++;
            }
        }
        if (improvement != Improvement.MORE_STAFF) {
            assertThat(raised).as("cases in which it matters").isPositive();
        }
    }

    @ParameterizedTest
    @EnumSource(Demand.class)
    void askingForMoreNeverRaisesAScoreOrMendsTheAdvice(Demand added) {
        for (int seed = 0; seed < CASES; seed++) {
            RandomCases cases = new RandomCases(seed);
            Policy policy = policy(seed, cases);
            CompanyProfile profile = cases.profile();
            Tender tender = cases.tender();
            BidSituation situation = cases.situation();
            Map<Demand, UnaryOperator<Asking>> more = new EnumMap<>(cases.demands());
            more.put(added, cases.demand(added));
            Map<Demand, UnaryOperator<Asking>> less = new EnumMap<>(more);
            less.remove(added);

            ReadinessScore before = score(profile, policy, tender, RandomCases.requirements(less), situation);
            ReadinessScore after = score(profile, policy, tender, RandomCases.requirements(more), situation);
            if (added == Demand.SECTOR) {
                assertNoMorePoints("seed " + seed, before, after);
            } else {
                assertNotBetter("seed " + seed, before, after);
            }
        }
    }

    @Test
    void aHarderDemandNeverRaisesAScore() {
        for (int seed = 0; seed < CASES; seed++) {
            RandomCases cases = new RandomCases(seed);
            Policy policy = policy(seed, cases);
            CompanyProfile profile = cases.profile();
            Tender tender = cases.tender();
            BidSituation situation = cases.situation();
            int grade = cases.upTo(8);
            int years = cases.upTo(9);
            int level = 1 + cases.upTo(7);

            assertNotBetter(
                    "seed " + seed,
                    score(
                            profile,
                            policy,
                            tender,
                            new Asking()
                                    .cidb(grade + "GB")
                                    .years(years)
                                    .bbbeeLevel(level, "only")
                                    .build(),
                            situation),
                    score(
                            profile,
                            policy,
                            tender,
                            new Asking()
                                    .cidb(grade + 1 + "GB")
                                    .years(years + 1)
                                    .bbbeeLevel(level - 1, "only")
                                    .registration("PSIRA")
                                    .build(),
                            situation));
        }
    }

    @Test
    void aTenderThatSaysMoreOfItsValuePlaceAndTimeNeverScoresHigher() {
        for (int seed = 0; seed < CASES; seed++) {
            RandomCases cases = new RandomCases(seed);
            Policy policy = policy(seed, cases);
            CompanyProfile profile = cases.profile();
            Requirements requirements = RandomCases.requirements(cases.demands());
            BidSituation situation = cases.situation();
            Money value = cases.money();
            String province = cases.province();
            int days = cases.upTo(30) - 2;
            Tender silent = Tender.builder("x", RandomCases.NOW).title("Roads").build();
            List<Tender> telling = new ArrayList<>();
            telling.add(Tender.builder("x", RandomCases.NOW)
                    .title("Roads")
                    .value(value)
                    .build());
            telling.add(Tender.builder("x", RandomCases.NOW)
                    .title("Roads")
                    .province(province)
                    .build());
            telling.add(Tender.builder("x", RandomCases.NOW)
                    .title("Roads")
                    .tenderPeriod(RandomCases.closing(days))
                    .build());

            ReadinessScore before = score(profile, policy, silent, requirements, situation);
            for (Tender tender : telling) {
                assertNotBetter("seed " + seed, before, score(profile, policy, tender, requirements, situation));
            }
        }
    }

    @Test
    void theSameQuestionHasTheSameAnswerInAnyThread() {
        RandomCases cases = new RandomCases(42);
        ReadinessScorer scorer = new ReadinessScorer(cases.profile(), policies.defaultChoice());
        List<Tender> tenders =
                IntStream.range(0, 500).mapToObj(i -> cases.tender()).toList();
        Requirements requirements = RandomCases.requirements(cases.demands());
        BidSituation situation = cases.situation();

        List<ReadinessScore> alone = tenders.stream()
                .map(tender -> scorer.score(tender, requirements, situation))
                .toList();
        List<ReadinessScore> together = tenders.parallelStream()
                .map(tender -> scorer.score(tender, requirements, situation))
                .toList();

        assertThat(together).isEqualTo(alone);
    }

    /** A sector is no demand: it may show that the work is the company's, so the advice may rise. */
    private static void assertNoMorePoints(String description, ReadinessScore before, ReadinessScore after) {
        assertThat(after.points()).as("%s:%n%s%n%s", description, before, after).isLessThanOrEqualTo(before.points());
    }

    private static void assertNotBetter(String description, ReadinessScore before, ReadinessScore after) {
        assertThat(after.points()).as("%s:%n%s%n%s", description, before, after).isLessThanOrEqualTo(before.points());
        assertThat(after.recommendation())
                .as("%s:%n%s%n%s", description, before, after)
                .isGreaterThanOrEqualTo(before.recommendation());
    }

    private Policy policy(int seed, RandomCases cases) {
        return switch (seed % 3) {
            case 0 -> policies.standard();
            case 1 -> policies.southAfrica();
            default -> cases.policy();
        };
    }

    private static ReadinessScore score(
            CompanyProfile profile, Policy policy, Tender tender, Requirements requirements, BidSituation situation) {
        return new ReadinessScorer(profile, PolicyChoice.always(policy)).score(tender, requirements, situation);
    }
}
