package io.tenderhub.json;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.tenderhub.failure.FieldProblem;
import io.tenderhub.failure.InvalidInputException;
import io.tenderhub.quota.QuotaPeriod;
import io.tenderhub.quota.QuotaRule;
import io.tenderhub.team.Feature;
import io.tenderhub.team.Plan;
import io.tenderhub.team.Plans;
import java.io.IOException;
import java.io.InputStream;
import java.io.StringReader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import org.junit.jupiter.api.Test;

class PlansJsonTest {
    private static final Path EXAMPLE = Path.of("..", "docs", "examples", "plans.json");

    private static Plans read(String json) {
        return PlansJson.read("plans mine.json", new StringReader(json));
    }

    private static InvalidInputException failure(String json) {
        return catchThrowableOfType(InvalidInputException.class, () -> read(json));
    }

    @Test
    void theExampleIsTheStandardPlans() throws IOException {
        try (InputStream in = Files.newInputStream(EXAMPLE)) {
            assertThat(PlansJson.read("plans", in).all())
                    .isEqualTo(Plans.standard().all());
        }
    }

    @Test
    void readsBackWhatItWrites() {
        assertThat(read(PlansJson.write(Plans.standard())).all())
                .isEqualTo(Plans.standard().all());
    }

    @Test
    void aLimitThatIsLeftOutDoesNotExist() {
        assertThat(read("{\"plans\":[{\"name\":\"all\"}]}").require("all"))
                .isEqualTo(new Plan("all", OptionalInt.empty(), OptionalInt.empty(), Optional.empty(), Set.of()));
        assertThat(read("""
                        {"plans":[{"name":"some","seats":2,"savedTenders":0,"searches":{"most":5,"per":"day"},
                         "features":["exports"]}]}""").require("some"))
                .isEqualTo(new Plan(
                        "some",
                        OptionalInt.of(2),
                        OptionalInt.of(0),
                        Optional.of(new QuotaRule(5, QuotaPeriod.DAY)),
                        Set.of(Feature.EXPORTS)));
    }

    @Test
    void namesEveryProblemByPath() {
        assertThat(failure("""
                        {"plans":[
                          {"name":"Gold!","seats":0,"savedTenders":-1},
                          {"name":"one","colour":"red","searches":{"most":-1,"per":"month","x":1},"features":["gold"]},
                          {"seats":"many"},
                          {"name":"two"},{"name":"two"},
                          7],
                         "more":1}""").problems())
                .extracting(FieldProblem::path)
                .containsExactlyInAnyOrder(
                        "plans[0].name",
                        "plans[0].seats",
                        "plans[0].savedTenders",
                        "plans[1].colour",
                        "plans[1].searches.most",
                        "plans[1].searches.per",
                        "plans[1].searches.x",
                        "plans[1].features[0]",
                        "plans[2].name",
                        "plans[2].seats",
                        "plans[4].name",
                        "plans[5]",
                        "more");
    }

    @Test
    void refusesABookWithoutPlans() {
        assertThat(failure("{}")).hasMessage("plans mine.json: plans: must name at least one");
        assertThat(failure("{\"plans\":[]}").problems()).hasSize(1);
        assertThat(failure("[]").problems()).hasSize(1);
    }
}
