package io.tenderhub.readiness;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.tenderhub.failure.InvalidInputException;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class PolicyTest {
    private static final List<Integer> POINTS_80 = List.of(20, 18, 14, 12, 8, 6, 4, 2);
    private static final List<Integer> POINTS_90 = List.of(10, 9, 6, 5, 4, 3, 2, 1);

    @Test
    void theBuiltInPoliciesWeighToAHundred() {
        Policies policies = Policies.builtIn();

        assertThat(policies.names()).containsExactly("standard", "south-africa");
        for (String name : policies.names()) {
            Policy policy = policies.find(name).orElseThrow();
            assertThat(policy.criteria().stream()
                            .mapToInt(WeightedCriterion::weight)
                            .sum())
                    .isEqualTo(100);
        }
        assertThat(policies.find("other")).isEmpty();
    }

    @Test
    void aPolicyThatIsNoneNamesEveryProblem() {
        InvalidInputException failure = catchThrowableOfType(
                InvalidInputException.class,
                () -> policy(
                        List.of(
                                new WeightedCriterion("cidb", 60),
                                new WeightedCriterion("cidb", 50),
                                new WeightedCriterion("mood", -20)),
                        POINTS_90));

        assertThat(failure.getMessage())
                .startsWith("policy mine: ")
                .contains("criteria.cidb: is named twice")
                .contains("criteria.mood: is no criterion; there are sector, cidb,")
                .contains("criteria.mood: must be 0 or more, not -20")
                .contains("criteria: the weights must sum to 100, not 90");
    }

    @Test
    void aWorseLevelNeverGetsMorePoints() {
        InvalidInputException failure = catchThrowableOfType(
                InvalidInputException.class,
                () -> policy(List.of(new WeightedCriterion("cidb", 100)), List.of(10, 9, 6, 7, 4, 3, 2, 1)));

        assertThat(failure).hasMessage("policy mine: bbbeePoints.90/10[3]: must not be more than a better level gets");
    }

    private static Policy policy(List<WeightedCriterion> criteria, List<Integer> points90) {
        return new Policy("mine", "1", criteria, Thresholds.USUAL, POINTS_80, points90, List.of(), Map.of());
    }
}
