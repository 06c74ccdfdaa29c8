package io.tenderhub.benchmarks;

import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;

/** How long things took, by kind, in milliseconds. */
final class Latencies {
    private final Map<String, List<Double>> byKind = new LinkedHashMap<>();
    private final List<Double> all = new ArrayList<>();

    <T> T time(String kind, Supplier<T> work) {
        long begin = System.nanoTime();
        T made = work.get();
        double millis = (System.nanoTime() - begin) / 1e6;
        byKind.computeIfAbsent(kind, any -> new ArrayList<>()).add(millis);
        all.add(millis);
        return made;
    }

    /** @param limit milliseconds that it should not take */
    void print(String what, double limit) {
        System.out.printf(
                "%n%-44s %7s %8s %8s %8s %8s %7s%n", what, "times", "p50", "p95", "p99", "most", ">" + (int) limit);
        byKind.forEach((kind, times) -> line(kind, times, limit));
        if (byKind.size() > 1) {
            line("all", all, limit);
        }
    }

    private static void line(String kind, List<Double> times, double limit) {
        List<Double> sorted = new ArrayList<>(times);
        Collections.sort(sorted);
        System.out.printf(
                "%-44s %,7d %,8.1f %,8.1f %,8.1f %,8.1f %6.1f%%%n",
                kind,
                sorted.size(),
                at(sorted, 0.5),
                at(sorted, 0.95),
                at(sorted, 0.99),
                sorted.get(sorted.size() - 1),
                100.0 * sorted.stream().filter(time -> time > limit).count() / sorted.size());
    }

    private static double at(List<Double> sorted, double share) {
        return sorted.get((int) Math.min(sorted.size() - 1, Math.ceil(share * sorted.size()) - 1));
    }
}
