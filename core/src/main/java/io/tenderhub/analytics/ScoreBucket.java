package io.tenderhub.analytics;

import static java.util.Objects.requireNonNull;

import java.math.BigDecimal;
import java.util.Optional;

/**
 * The scores from some points to below others; the last bucket includes its upper bound, 100.
 *
 * @param average to two decimals; empty if there are none
 * @param percentage of all scores, to one decimal, see {@link ScoreDistribution}
 */
public record ScoreBucket(int from, int to, long scores, Optional<BigDecimal> average, BigDecimal percentage) {
    public ScoreBucket {
        requireNonNull(average);
        requireNonNull(percentage);
    }
}
