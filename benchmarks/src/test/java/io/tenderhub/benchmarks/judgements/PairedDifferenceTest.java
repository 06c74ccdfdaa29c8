package io.tenderhub.benchmarks.judgements;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.Test;

class PairedDifferenceTest {

    @Test
    void thatAllOfTenNeedsGainIsChanceOnceInFiveHundred() {
        PairedDifference difference = PairedDifference.of(Collections.nCopies(10, List.of(0.1)));
        assertThat(difference.mean()).isEqualTo(0.1, within(1e-9));
        // all heads or all tails: 2 of 1,024
        assertThat(difference.chance()).isEqualTo(2 / 1024.0, within(0.0005));
    }

    @Test
    void manyQueriesOfOneNeedAreOneWitness() {
        PairedDifference difference = PairedDifference.of(List.of(Collections.nCopies(50, 0.1)));
        assertThat(difference.mean()).isEqualTo(0.1, within(1e-9));
        assertThat(difference.chance()).isEqualTo(1);
    }

    @Test
    void gainsAndLossesAlikeAreChance() {
        assertThat(PairedDifference.of(List.of(List.of(0.2), List.of(-0.2))).chance())
                .isEqualTo(1);
    }
}
