package io.tenderhub.benchmarks.judgements;

import java.util.Collection;
import java.util.List;
import java.util.SplittableRandom;

/**
 * Whether one method is better than another, or was lucky: a paired randomisation test, two-sided. The differences of one need are
 * turned round together, because ways of asking for the same are no independent witnesses.
 *
 * @param mean of all queries
 * @param chance that a difference as large comes about where there is none
 */
record PairedDifference(double mean, double chance) {
    private static final int ROUNDS = 100_000;
    private static final long SEED = 6;

    /** @param byNeed the difference of each query, those of one need together */
    static PairedDifference of(Collection<List<Double>> byNeed) {
        double[] sums = byNeed.stream()
                .mapToDouble(of -> of.stream().mapToDouble(Double::doubleValue).sum())
                .toArray();
        int queries = byNeed.stream().mapToInt(List::size).sum();
        double seen = 0;
        for (double sum : sums) {
            seen += sum;
        }
        SplittableRandom coin = new SplittableRandom(SEED);
        int asLarge = 0;
        for (int round = 0; round < ROUNDS; round++) {
            double turned = 0;
            for (double sum : sums) {
                turned += coin.nextBoolean() ? sum : -sum;
            }
            if (Math.abs(turned) >= Math.abs(seen) - 1e-9) {
                asLarge++;
            }
        }
        return new PairedDifference(queries == 0 ? 0 : seen / queries, (asLarge + 1.0) / (ROUNDS + 1.0));
    }
}
