package io.tenderhub.readiness;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class StemsTest {
    @ParameterizedTest
    @CsvSource({
        "cleaning, cleaners",
        "plumbing, plumber",
        "fitting, fittings",
        "painting, painters",
        "drilling, drill",
        "catering, caterer",
        "clinics, clinic",
        "facilities, facility",
        "boxes, box",
        "batteries, battery",
        "construction, constructing",
        "bridges, bridge",
        "services, service",
        "buses, bus",
        "fencing, fences"
    })
    void formsOfAWordMeet(String one, String other) {
        assertThat(Stems.stem(one)).isEqualTo(Stems.stem(other));
    }

    @ParameterizedTest
    @CsvSource({
        "water, waste",
        "sewer, sewing",
        "engineer, engine",
        "ring, r",
        "glass, gla",
        "tyres, tying",
        "gas, g",
        "class, clas"
    })
    void differentWordsStayApart(String one, String other) {
        assertThat(Stems.stem(one)).isNotEqualTo(Stems.stem(other));
    }

    @Test
    void wordsThatSayNothingAreLeftOut() {
        assertThat(Stems.of("Provision of cleaning services")).containsExactly("clean");
        assertThat(Stems.of("Supply & delivery: 3 x water-pumps")).containsExactly("delivery", "water", "pump");
        assertThat(Stems.of("services")).isEmpty();
        assertThat(Stems.of("")).isEmpty();
    }
}
