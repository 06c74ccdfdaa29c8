package io.tenderhub.cidb;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Which grade contractors of one class reach together, by the CIDB's table of combinations for joint ventures. The
 * table goes with the value ranges of {@link CidbLimits} in force from 7 October 2019.
 */
public final class JointVentures {
    private static final int HIGHEST_GRADE = 9;
    /** The lowest grades that together reach the key, highest first; each list is one way. */
    private static final Map<Integer, List<List<Integer>>> COMBINATIONS = Map.of(
            3, List.of(List.of(2, 2, 2)),
            4, List.of(List.of(3, 3, 3)),
            5, List.of(List.of(4, 4), List.of(4, 3, 3)),
            6, List.of(List.of(5, 5), List.of(5, 4, 4)),
            7, List.of(List.of(6, 6), List.of(6, 5, 5)),
            8, List.of(List.of(7, 7, 7)),
            9, List.of(List.of(8, 8, 8)));

    private JointVentures() {}

    /** The ways to reach a grade: lowest grades of the partners, highest first. Empty for grades 1 and 2. */
    public static List<List<Integer>> combinations(int target) {
        return COMBINATIONS.getOrDefault(target, List.of());
    }

    /**
     * The highest grade that these contractors reach together; at least that of the highest of them.
     *
     * @param grades of one class
     * @return empty if there is no contractor
     */
    public static Optional<Integer> gradeReached(List<Integer> grades) {
        for (int target = HIGHEST_GRADE; target >= 1; target--) {
            if (reaches(grades, target)) {
                return Optional.of(target);
            }
        }
        return Optional.empty();
    }

    /** Whether these contractors of one class reach a grade, alone or together. */
    public static boolean reaches(List<Integer> grades, int target) {
        List<Integer> highestFirst =
                grades.stream().sorted(Comparator.reverseOrder()).toList();
        if (!highestFirst.isEmpty() && highestFirst.get(0) >= target) {
            return true;
        }
        return combinations(target).stream().anyMatch(lowest -> covers(highestFirst, lowest));
    }

    /**
     * Which grades partners need, so that a contractor reaches a grade with them.
     *
     * @param own the contractor's own grade
     * @return each way as the lowest grades of the partners; empty if no way has a place for this contractor, or if it
     *     needs no partner
     */
    public static List<List<Integer>> partnersNeeded(int own, int target) {
        if (own >= target) {
            return List.of();
        }
        List<List<Integer>> ways = new ArrayList<>();
        for (List<Integer> lowest : combinations(target)) {
            // The highest place that the contractor can fill leaves the lowest ones to its partners.
            lowest.stream().filter(grade -> grade <= own).findFirst().ifPresent(place -> {
                List<Integer> partners = new ArrayList<>(lowest);
                partners.remove(place);
                ways.add(List.copyOf(partners));
            });
        }
        return List.copyOf(ways);
    }

    private static boolean covers(List<Integer> highestFirst, List<Integer> lowest) {
        if (highestFirst.size() < lowest.size()) {
            return false;
        }
        for (int i = 0; i < lowest.size(); i++) {
            if (highestFirst.get(i) < lowest.get(i)) {
                return false;
            }
        }
        return true;
    }
}
