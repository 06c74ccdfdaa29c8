package io.tenderhub.analytics;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;

class ScoreDistributionTest {

    private static List<Long> counts(String... points) {
        Map<BigDecimal, Long> byPoints = new HashMap<>();
        for (String some : points) {
            byPoints.merge(new BigDecimal(some), 1L, Long::sum);
        }
        return ScoreDistribution.of(byPoints).buckets().stream()
                .map(ScoreBucket::scores)
                .toList();
    }

    @Test
    void includesLowerBoundsAndAHundred() {
        assertThat(counts("0", "29.9", "30", "49.9", "50", "69.9", "70", "84.9", "85", "99.9", "100"))
                .containsExactly(2L, 2L, 2L, 2L, 3L);
    }

    @Test
    void averagesEachBucketAndAll() {
        ScoreDistribution distribution = ScoreDistribution.of(
                Map.of(new BigDecimal("10"), 2L, new BigDecimal("20.5"), 1L, new BigDecimal("90"), 1L));

        assertThat(distribution.scores()).isEqualTo(4);
        assertThat(distribution.average()).contains(new BigDecimal("32.63"));
        assertThat(distribution.buckets().get(0).average()).contains(new BigDecimal("13.50"));
        assertThat(distribution.buckets().get(1).average()).isEmpty();
    }

    @Test
    void givesWhatIsMissingOfAHundredToWhoLostMost() {
        ScoreDistribution thirds = ScoreDistribution.of(
                Map.of(new BigDecimal("10"), 1L, new BigDecimal("40"), 1L, new BigDecimal("60"), 1L));

        assertThat(thirds.buckets())
                .extracting(bucket -> bucket.percentage().toPlainString())
                .containsExactly("33.4", "33.3", "33.3", "0.0", "0.0");
    }

    @Test
    void hasNoPercentagesWithoutScores() {
        ScoreDistribution none = ScoreDistribution.of(Map.of());

        assertThat(none.average()).isEmpty();
        assertThat(none.buckets())
                .hasSize(5)
                .allSatisfy(bucket -> assertThat(bucket.percentage()).isZero());
    }

    @Test
    void percentagesSumToExactlyAHundredAndBucketsToAllScores() {
        Random random = new Random(3);
        for (int run = 0; run < 2_000; run++) {
            Map<BigDecimal, Long> byPoints = new HashMap<>();
            int kinds = 1 + random.nextInt(40);
            for (int i = 0; i < kinds; i++) {
                byPoints.put(BigDecimal.valueOf(random.nextInt(1001), 1), 1L + random.nextInt(1 << random.nextInt(20)));
            }
            ScoreDistribution distribution = ScoreDistribution.of(byPoints);

            assertThat(distribution.buckets().stream()
                            .map(ScoreBucket::percentage)
                            .reduce(BigDecimal.ZERO, BigDecimal::add))
                    .isEqualByComparingTo("100");
            assertThat(distribution.buckets().stream()
                            .mapToLong(ScoreBucket::scores)
                            .sum())
                    .isEqualTo(distribution.scores())
                    .isEqualTo(byPoints.values().stream()
                            .mapToLong(Long::longValue)
                            .sum());
            assertThat(distribution.buckets()).allSatisfy(bucket -> {
                BigDecimal exact = BigDecimal.valueOf(bucket.scores() * 100.0 / distribution.scores());
                assertThat(bucket.percentage().subtract(exact).abs()).isLessThan(new BigDecimal("0.1"));
            });
        }
    }
}
