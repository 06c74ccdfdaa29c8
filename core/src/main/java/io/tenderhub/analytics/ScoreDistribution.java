package io.tenderhub.analytics;

import static java.util.Objects.requireNonNull;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;

/**
 * How a team's scores spread. Percentages are cut to one decimal and what is then missing of 100 goes, a tenth each, to those that lost
 * most by it, of equal ones to the lower bucket; so they sum to exactly 100. Without any score all are 0.
 *
 * @param average of all, to two decimals; empty if there are none
 */
public record ScoreDistribution(long scores, Optional<BigDecimal> average, List<ScoreBucket> buckets) {
    private static final List<Integer> BOUNDS = List.of(0, 30, 50, 70, 85, 100);
    private static final int BUCKETS = BOUNDS.size() - 1;
    private static final BigInteger TENTHS = BigInteger.valueOf(1000);

    public ScoreDistribution {
        requireNonNull(average);
        buckets = List.copyOf(buckets);
    }

    /** @param byPoints how many scores there are of each number of points, 0–100 */
    public static ScoreDistribution of(Map<BigDecimal, Long> byPoints) {
        long[] counts = new long[BUCKETS];
        BigDecimal[] sums = new BigDecimal[BUCKETS];
        Arrays.fill(sums, BigDecimal.ZERO);
        byPoints.forEach((points, scores) -> {
            int bucket = bucketOf(points);
            counts[bucket] += scores;
            sums[bucket] = sums[bucket].add(points.multiply(BigDecimal.valueOf(scores)));
        });
        long all = Arrays.stream(counts).sum();
        List<BigDecimal> percentages = percentages(counts, all);
        List<ScoreBucket> buckets = IntStream.range(0, BUCKETS)
                .mapToObj(i -> new ScoreBucket(
                        BOUNDS.get(i), BOUNDS.get(i + 1), counts[i], average(sums[i], counts[i]), percentages.get(i)))
                .toList();
        BigDecimal sum = Arrays.stream(sums).reduce(BigDecimal.ZERO, BigDecimal::add);
        return new ScoreDistribution(all, average(sum, all), buckets);
    }

    private static int bucketOf(BigDecimal points) {
        int bucket = BUCKETS - 1;
        while (bucket > 0 && points.compareTo(BigDecimal.valueOf(BOUNDS.get(bucket))) < 0) {
            bucket--;
        }
        return bucket;
    }

    private static Optional<BigDecimal> average(BigDecimal sum, long count) {
        return count == 0
                ? Optional.empty()
                : Optional.of(sum.divide(BigDecimal.valueOf(count), 2, RoundingMode.HALF_UP));
    }

    private static List<BigDecimal> percentages(long[] counts, long all) {
        if (all == 0) {
            return IntStream.range(0, BUCKETS)
                    .mapToObj(i -> new BigDecimal("0.0"))
                    .toList();
        }
        long[] tenths = new long[BUCKETS];
        BigInteger[] lost = new BigInteger[BUCKETS];
        for (int i = 0; i < BUCKETS; i++) {
            BigInteger[] divided =
                    BigInteger.valueOf(counts[i]).multiply(TENTHS).divideAndRemainder(BigInteger.valueOf(all));
            tenths[i] = divided[0].longValueExact();
            lost[i] = divided[1];
        }
        long missing = TENTHS.longValueExact() - Arrays.stream(tenths).sum();
        List<Integer> byLoss =
                new ArrayList<>(IntStream.range(0, BUCKETS).boxed().toList());
        byLoss.sort(Comparator.comparing((Integer i) -> lost[i]).reversed());
        for (int i = 0; i < missing; i++) {
            tenths[byLoss.get(i)]++;
        }
        return Arrays.stream(tenths).mapToObj(t -> BigDecimal.valueOf(t, 1)).toList();
    }
}
