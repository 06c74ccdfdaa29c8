package io.tenderhub.benchmarks.judgements;

import java.util.Comparator;
import java.util.List;
import java.util.Map;

/** How good a ranking is, 0 to 1. What nobody judged counts as not wanted. */
final class Measures {
    private Measures() {}

    /** Normalised discounted cumulative gain of the first {@code depth}: gain 2^grade − 1, discount log2(rank + 1), against the best possible order of all judged. */
    static double ndcg(List<String> ranking, Map<String, Integer> grades, int depth) {
        double best =
                gain(grades.values().stream().sorted(Comparator.reverseOrder()).toList(), depth);
        return best == 0
                ? 0
                : gain(
                                ranking.stream()
                                        .map(ocid -> grades.getOrDefault(ocid, 0))
                                        .toList(),
                                depth)
                        / best;
    }

    /** Which part of all that is wanted at all stands within the first {@code depth}; below 1 for any ranking where more is wanted than that. */
    static double recall(List<String> ranking, Map<String, Integer> grades, int depth) {
        long wanted = JudgedQuery.wanted(grades.values());
        long found = ranking.stream()
                .limit(depth)
                .filter(ocid -> grades.getOrDefault(ocid, 0) > 0)
                .count();
        return wanted == 0 ? 0 : (double) found / wanted;
    }

    /** Which part of the first {@code depth} somebody has judged at all; 1 where nothing was found. */
    static double judged(List<String> ranking, Map<String, Integer> grades, int depth) {
        return ranking.stream()
                .limit(depth)
                .mapToInt(ocid -> grades.containsKey(ocid) ? 1 : 0)
                .average()
                .orElse(1);
    }

    private static double gain(List<Integer> grades, int depth) {
        double gain = 0;
        for (int rank = 1; rank <= Math.min(depth, grades.size()); rank++) {
            gain += (Math.pow(2, grades.get(rank - 1)) - 1) * Math.log(2) / Math.log(rank + 1);
        }
        return gain;
    }
}
