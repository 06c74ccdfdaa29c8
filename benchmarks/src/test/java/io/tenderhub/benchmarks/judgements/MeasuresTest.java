package io.tenderhub.benchmarks.judgements;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class MeasuresTest {
    private static final Map<String, Integer> GRADES = Map.of("a", 2, "b", 1, "c", 1, "x", 0);

    @Test
    void theBestOrderHasAnNdcgOfOne() {
        assertThat(Measures.ndcg(List.of("a", "c", "b"), GRADES, 10)).isEqualTo(1, within(1e-9));
    }

    @Test
    void whatComesLaterIsDiscountedByTheLogarithmOfItsRank() {
        // found: 0 at 1, 1 at 2, 3 at 3: 1/1.58496 + 3/2 = 2.13093; best: 3 + 1/1.58496 + 1/2 = 4.13093
        assertThat(Measures.ndcg(List.of("y", "b", "a"), GRADES, 10)).isEqualTo(0.515847, within(1e-6));
    }

    @Test
    void nothingBehindTheDepthCounts() {
        assertThat(Measures.ndcg(List.of("y", "x", "a"), GRADES, 2)).isZero();
        // best of two: 3 + 1/1.58496 = 3.63093
        assertThat(Measures.ndcg(List.of("b"), GRADES, 2)).isEqualTo(1 / 3.630930, within(1e-6));
    }

    @Test
    void recallIsThePartOfAllThatIsWantedAtAll() {
        assertThat(Measures.recall(List.of("y", "c", "x", "a"), GRADES, 20)).isEqualTo(2 / 3.0, within(1e-9));
        assertThat(Measures.recall(List.of("y", "c", "x", "a"), GRADES, 3)).isEqualTo(1 / 3.0, within(1e-9));
    }

    @Test
    void whatWasJudgedUnwantedIsJudged() {
        assertThat(Measures.judged(List.of("x", "y"), GRADES, 10)).isEqualTo(0.5);
        assertThat(Measures.judged(List.of(), GRADES, 10)).isEqualTo(1);
    }

    @Test
    void aQueryNobodyWantsAnythingOfIsWorthNothing() {
        assertThat(Measures.ndcg(List.of("x"), Map.of("x", 0), 10)).isZero();
        assertThat(Measures.recall(List.of("x"), Map.of("x", 0), 10)).isZero();
    }
}
