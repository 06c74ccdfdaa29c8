package io.tenderhub.benchmarks;

import java.util.List;

/** Figures of several rounds in one. */
final class Medians {
    private Medians() {}

    static double of(List<Double> figures) {
        return quantile(figures, 0.5);
    }

    /** The smallest figure that at least this part of all does not exceed. */
    static double quantile(List<Double> figures, double part) {
        List<Double> sorted = figures.stream().sorted().toList();
        return sorted.get(Math.max(0, (int) Math.ceil(part * sorted.size()) - 1));
    }
}
