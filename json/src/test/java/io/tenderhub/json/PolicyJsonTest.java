package io.tenderhub.json;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.tenderhub.failure.FieldProblem;
import io.tenderhub.failure.InvalidInputException;
import io.tenderhub.readiness.Policies;
import io.tenderhub.readiness.Policy;
import io.tenderhub.readiness.WeightedCriterion;
import java.io.IOException;
import java.io.InputStream;
import java.io.StringReader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;

class PolicyJsonTest {
    private static final Path EXAMPLE = Path.of("..", "docs", "examples", "policy.json");

    @Test
    void readsTheExample() throws IOException {
        try (InputStream in = Files.newInputStream(EXAMPLE)) {
            Policy policy = PolicyJson.read("policy", in);

            assertThat(policy.name()).isEqualTo("small-works");
            assertThat(policy.criteria()).startsWith(new WeightedCriterion("sector", 20));
            assertThat(read(PolicyJson.write(policy))).isEqualTo(policy);
        }
    }

    @Test
    void theBuiltInPoliciesAreReadBackTheSame() {
        Policies policies = Policies.builtIn();

        assertThat(read(PolicyJson.write(policies.standard()))).isEqualTo(policies.standard());
        assertThat(read(PolicyJson.write(policies.southAfrica()))).isEqualTo(policies.southAfrica());
    }

    @Test
    void whatIsLeftOutIsAsInTheStandardPolicy() {
        Policy policy = read("""
                {"name":"mine","version":"3","criteria":{"cidb":60,"sector":40},"thresholds":{"bidFrom":80}}""");

        Policy standard = Policies.builtIn().standard();
        assertThat(policy.criteria())
                .isEqualTo(List.of(new WeightedCriterion("cidb", 60), new WeightedCriterion("sector", 40)));
        assertThat(policy.thresholds().bidFrom()).isEqualTo(80);
        assertThat(policy.thresholds().prepareFrom())
                .isEqualTo(standard.thresholds().prepareFrom());
        assertThat(policy.bbbeePoints80()).isEqualTo(standard.bbbeePoints80());
        assertThat(policy.alwaysRequired()).isEmpty();
    }

    @Test
    void weightsThatDoNotSumToAHundredAreRefused() {
        assertThat(failure("{\"name\":\"mine\",\"version\":\"1\",\"criteria\":{\"sector\":50,\"cidb\":40}}"))
                .hasMessage("policy mine.json: criteria: the weights must sum to 100, not 90");
    }

    @Test
    void namesEveryProblemAtOnce() {
        InvalidInputException failure = failure("""
                {"version":1,"criteria":{"sector":110,"colour":-20,"cidb":"x"},
                 "thresholds":{"bidFrom":20,"prepareFrom":30,"sameSector":1.5,"contractShare":0,"luck":1},
                 "bbbeePoints":{"80/20":[20,18,14,12,8,6,4,5],"90/10":[1],"70/30":[]},
                 "alwaysRequired":[""],"daysToMend":{"CSD":-1},"extra":true}""");

        assertThat(failure.problems())
                .extracting(FieldProblem::path)
                .containsExactlyInAnyOrder(
                        "name",
                        "version",
                        "criteria.colour",
                        "criteria.colour",
                        "criteria.cidb",
                        "criteria",
                        "thresholds.prepareFrom",
                        "thresholds.sameSector",
                        "thresholds.contractShare",
                        "thresholds.luck",
                        "bbbeePoints.80/20[7]",
                        "bbbeePoints.90/10",
                        "bbbeePoints.70/30",
                        "alwaysRequired[0]",
                        "daysToMend.CSD",
                        "extra");
    }

    @Test
    void aPolicyWithoutCriteriaIsRefused() {
        assertThat(failure("{}").problems())
                .extracting(FieldProblem::path)
                .containsExactly("name", "version", "criteria");
    }

    private static Policy read(String json) {
        return PolicyJson.read("policy mine.json", new StringReader(json));
    }

    private static InvalidInputException failure(String json) {
        return catchThrowableOfType(
                InvalidInputException.class, () -> PolicyJson.read("policy mine.json", new StringReader(json)));
    }
}
