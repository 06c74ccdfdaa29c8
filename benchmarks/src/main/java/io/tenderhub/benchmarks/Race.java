package io.tenderhub.benchmarks;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Ways of doing the same work, one after the other in each round, so that a busy machine is busy for all of them. The first is
 * the one that the others are compared with.
 *
 * @param what is done
 * @param unit of the figures; more is better
 */
record Race(String what, String unit, List<Way> ways) {

    /** One way of doing it. */
    record Way(String name, Lap lap) {}

    /** Does it once. */
    @FunctionalInterface
    interface Lap {
        /** How much was done in a second. */
        double run() throws Exception;
    }

    /** How much is done in a second, by the seconds that some work took. */
    static double rate(double amount, Work work) throws Exception {
        long begin = System.nanoTime();
        work.run();
        return amount * 1e9 / (System.nanoTime() - begin);
    }

    /** Some work. */
    @FunctionalInterface
    interface Work {
        void run() throws Exception;
    }

    /**
     * Runs all ways in turns and prints a line for each but the first: the medians of both, and the median of what the first was
     * to the other in the same round.
     */
    void run(int warmUps, int rounds) throws Exception {
        Map<Way, List<Double>> figures = new LinkedHashMap<>();
        for (int round = -warmUps; round < rounds; round++) {
            for (Way way : ways) {
                double figure = way.lap().run();
                if (round >= 0) {
                    figures.computeIfAbsent(way, unused -> new ArrayList<>()).add(figure);
                }
            }
        }
        List<Double> ours = figures.get(ways.get(0));
        for (Way other : ways.subList(1, ways.size())) {
            List<Double> theirs = figures.get(other);
            List<Double> ratios = new ArrayList<>();
            for (int i = 0; i < ours.size(); i++) {
                ratios.add(ours.get(i) / theirs.get(i));
            }
            System.out.printf(
                    "| %s | %s | %s | %s | %s | **%.2f** |%n",
                    what,
                    inDigits(Medians.of(ours)),
                    other.name(),
                    inDigits(Medians.of(theirs)),
                    unit,
                    Medians.of(ratios));
        }
    }

    private static String inDigits(double figure) {
        return String.format(figure < 100 ? "%.2f" : "%,.0f", figure);
    }

    static void printHead() {
        System.out.println("| what | here | against | there | unit | ratio |");
        System.out.println("|---|---|---|---|---|---|");
    }
}
