package io.tenderhub.cidb;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CidbRulesTest {
    @ParameterizedTest
    @CsvSource({
        "1, 1",
        "500000, 1",
        "500000.01, 2",
        "1000000, 2",
        "3000000, 3",
        "6000000, 4",
        "10000000, 5",
        "20000000, 6",
        "60000000, 7",
        "60000001, 8",
        "200000000, 8",
        "200000001, 9"
    })
    void aValueNeedsTheLowestGradeWhoseLimitItKeeps(BigDecimal rand, int grade) {
        assertThat(CidbLimits.newest().gradeNeeded(rand)).isEqualTo(grade);
    }

    @Test
    void theLimitsHoldFromTheirFirstDayOn() {
        assertThat(CidbLimits.on(LocalDate.of(2019, 10, 6))).isEmpty();
        assertThat(CidbLimits.on(LocalDate.of(2019, 10, 7))).contains(CidbLimits.newest());
    }

    @Test
    void gradeNineHasNoLimitAndThereIsNoGradeTen() {
        assertThat(CidbLimits.newest().upperLimit(9)).isEmpty();
        assertThat(CidbLimits.newest().upperLimit(8)).contains(BigDecimal.valueOf(200_000_000));
        assertThatThrownBy(() -> CidbLimits.newest().upperLimit(10)).isInstanceOf(IllegalArgumentException.class);
    }

    @ParameterizedTest
    @CsvSource({
        "2 2 2, 3",
        "3 3 3, 4",
        "4 4, 5",
        "4 3 3, 5",
        "5 5, 6",
        "5 4 4, 6",
        "6 6, 7",
        "6 5 5, 7",
        "7 7 7, 8",
        "8 8 8, 9",
        "2 2, 2",
        "3 3, 3",
        "4 3, 4",
        "7 7, 7",
        "8 8, 8",
        "1 1 1, 1",
        "3 9, 9"
    })
    void contractorsReachTheGradeOfTheTable(String grades, int reached) {
        List<Integer> numbers =
                List.of(grades.split(" ")).stream().map(Integer::valueOf).toList();
        assertThat(JointVentures.gradeReached(numbers)).contains(reached);
    }

    @Test
    void nobodyReachesNothing() {
        assertThat(JointVentures.gradeReached(List.of())).isEmpty();
        assertThat(JointVentures.reaches(List.of(), 1)).isFalse();
    }

    @Test
    void partnersFillThePlacesThatAContractorLeaves() {
        assertThat(JointVentures.partnersNeeded(4, 5)).containsExactly(List.of(4), List.of(3, 3));
        assertThat(JointVentures.partnersNeeded(3, 5)).containsExactly(List.of(4, 3));
        assertThat(JointVentures.partnersNeeded(2, 5)).isEmpty();
        assertThat(JointVentures.partnersNeeded(1, 2)).isEmpty();
        assertThat(JointVentures.partnersNeeded(7, 8)).containsExactly(List.of(7, 7));
        assertThat(JointVentures.partnersNeeded(5, 5)).isEmpty();
    }

    @Test
    void everyWayOfPartnersReachesTheGrade() {
        for (int own = 1; own <= 9; own++) {
            for (int target = own + 1; target <= 9; target++) {
                for (List<Integer> partners : JointVentures.partnersNeeded(own, target)) {
                    List<Integer> all = new java.util.ArrayList<>(partners);
                    all.add(own);
                    assertThat(JointVentures.reaches(all, target))
                            .as("%s reach %s", all, target)
                            .isTrue();
                }
            }
        }
    }
}
