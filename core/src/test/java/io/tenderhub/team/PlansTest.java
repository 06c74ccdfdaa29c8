package io.tenderhub.team;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.tenderhub.failure.FieldProblem;
import io.tenderhub.failure.NotAllowedException;
import io.tenderhub.failure.NotFoundException;
import io.tenderhub.quota.QuotaPeriod;
import io.tenderhub.quota.QuotaRule;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import org.junit.jupiter.api.Test;

class PlansTest {
    private static Plan plan(String name) {
        return new Plan(name, OptionalInt.of(1), OptionalInt.empty(), Optional.empty(), Set.of());
    }

    @Test
    void hasThreeStandardPlans() {
        Plans plans = Plans.standard();

        assertThat(plans.all()).extracting(Plan::name).containsExactly("free", "basic", "pro");
        Plan free = plans.require("free");
        assertThat(free.seats()).hasValue(1);
        assertThat(free.searches()).contains(new QuotaRule(3, QuotaPeriod.WEEK));
        assertThat(free.features()).isEmpty();
        Plan basic = plans.require("basic");
        assertThat(basic.seats()).hasValue(3);
        assertThat(basic.searches()).isEmpty();
        assertThat(basic.features()).containsExactlyInAnyOrder(Feature.SUMMARIES, Feature.READINESS);
        Plan pro = plans.require("pro");
        assertThat(pro.seats()).isEmpty();
        assertThat(pro.savedTenders()).isEmpty();
        assertThat(pro.features()).containsExactlyInAnyOrder(Feature.values());
    }

    @Test
    void knowsPlansByNameAndNoOthers() {
        Plans plans = new Plans(List.of(plan("one"), plan("two")));

        assertThat(plans.find("two")).contains(plan("two"));
        assertThat(plans.find("free")).isEmpty();
        assertThatThrownBy(() -> plans.require("free")).isInstanceOf(NotFoundException.class);
    }

    @Test
    void refusesABookWithoutPlansOrWithTwoOfOneName() {
        assertThatThrownBy(() -> new Plans(List.of())).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> new Plans(List.of(plan("one"), plan("one"))))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void namesWhatIsWrongWithAPlan() {
        assertThat(Plan.problems("Gold!", OptionalInt.of(0), OptionalInt.of(-1)))
                .extracting(FieldProblem::path)
                .containsExactly("name", "seats", "savedTenders");
        assertThat(Plan.problems("gold", OptionalInt.of(1), OptionalInt.of(0))).isEmpty();
        assertThatThrownBy(() -> plan("Gold!")).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void saysWhichFeatureAPlanLacks() {
        assertThatThrownBy(() -> plan("one").require(Feature.EXPORTS))
                .isInstanceOf(NotAllowedException.class)
                .hasMessageContaining("the plan one");
        assertThat(Feature.ofCode("all-analytics")).contains(Feature.ALL_ANALYTICS);
    }
}
