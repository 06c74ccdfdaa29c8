package io.tenderhub.readiness;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.tenderhub.requirement.PreferenceSystem;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PreferencePointsTest {
    private final PreferencePoints points = PreferencePoints.newest();

    @ParameterizedTest
    @CsvSource({
        "EIGHTY_TWENTY, 100, 100, 80.00",
        "EIGHTY_TWENTY, 110, 100, 72.00",
        "EIGHTY_TWENTY, 105.5, 99.99, 75.59",
        "EIGHTY_TWENTY, 200, 100, 0.00",
        "EIGHTY_TWENTY, 250, 100, -40.00",
        "NINETY_TEN, 100, 100, 90.00",
        "NINETY_TEN, 110, 100, 81.00",
        "NINETY_TEN, 4, 3, 60.00"
    })
    void aPriceGetsThePointsOfTheFormula(
            PreferenceSystem system, BigDecimal price, BigDecimal lowest, BigDecimal expected) {
        assertThat(points.pricePoints(system, price, lowest)).isEqualTo(expected);
    }

    @Test
    void aPriceBelowTheLowestOrALowestOfZeroIsNoPrice() {
        assertThatThrownBy(() -> points.pricePoints(PreferenceSystem.NINETY_TEN, BigDecimal.ONE, BigDecimal.TEN))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> points.pricePoints(PreferenceSystem.NINETY_TEN, BigDecimal.ONE, BigDecimal.ZERO))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> points.pricePoints(PreferenceSystem.BOTH, BigDecimal.ONE, BigDecimal.ONE))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void upToFiftyMillionTheSystemIsEightyTwenty() {
        assertThat(points.systemFor(BigDecimal.valueOf(50_000_000))).isEqualTo(PreferenceSystem.EIGHTY_TWENTY);
        assertThat(points.systemFor(new BigDecimal("50000000.01"))).isEqualTo(PreferenceSystem.NINETY_TEN);
    }

    @Test
    void levelsHaveTheirPointsAndNoLevelHasNone() {
        assertThat(points.bbbeePoints(PreferenceSystem.EIGHTY_TWENTY)).containsExactly(20, 18, 14, 12, 8, 6, 4, 2);
        assertThat(points.bbbeePoints(PreferenceSystem.NINETY_TEN)).containsExactly(10, 9, 6, 5, 4, 3, 2, 1);
        assertThat(points.bbbeePoints(PreferenceSystem.NINETY_TEN, Optional.of(3)))
                .isEqualTo(6);
        assertThat(points.bbbeePoints(PreferenceSystem.EIGHTY_TWENTY, Optional.empty()))
                .isZero();
    }

    @Test
    void theRegulationsHoldFromTheirFirstDayOn() {
        assertThat(PreferencePoints.on(LocalDate.of(2023, 1, 15))).isEmpty();
        assertThat(PreferencePoints.on(LocalDate.of(2023, 1, 16))).contains(points);
    }
}
