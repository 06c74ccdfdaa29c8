package io.tenderhub.readiness;

import static java.util.Objects.requireNonNull;

import io.tenderhub.failure.FieldProblem;
import io.tenderhub.failure.InvalidInputException;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * By what a tender is judged, as data. Always valid.
 *
 * @param name not blank
 * @param version not blank; a changed policy has a new one
 * @param criteria in the order of the checklist; the weights sum to 100
 * @param bbbeePoints80 preference points of the 80/20 system by B-BBEE level 1 to 8, 0–20, never rising
 * @param bbbeePoints90 preference points of the 90/10 system by B-BBEE level 1 to 8, 0–10, never rising
 * @param alwaysRequired registrations that every bidder needs whether the tender says so or not: {@code CSD}, {@code TAX}, …
 * @param daysToMend how many days it usually takes to get a registration or certificate, by its name
 */
public record Policy(
        String name,
        String version,
        List<WeightedCriterion> criteria,
        Thresholds thresholds,
        List<Integer> bbbeePoints80,
        List<Integer> bbbeePoints90,
        List<String> alwaysRequired,
        Map<String, Integer> daysToMend) {
    /** The criteria there are. */
    public static final List<String> CRITERIA = Criteria.NAMES;

    /**
     * @throws InvalidInputException naming every problem by the path of its field
     */
    public Policy {
        requireNonNull(name);
        requireNonNull(version);
        criteria = List.copyOf(criteria);
        requireNonNull(thresholds);
        bbbeePoints80 = List.copyOf(bbbeePoints80);
        bbbeePoints90 = List.copyOf(bbbeePoints90);
        alwaysRequired = List.copyOf(alwaysRequired);
        daysToMend = Collections.unmodifiableMap(new LinkedHashMap<>(daysToMend));
        List<FieldProblem> problems = PolicyRules.problems(
                name, version, criteria, thresholds, bbbeePoints80, bbbeePoints90, alwaysRequired, daysToMend);
        if (!problems.isEmpty()) {
            throw new InvalidInputException("policy" + (name.isBlank() ? "" : " " + name), problems);
        }
    }

    /** What is wrong with these values; empty if a policy can be made of them. */
    public static List<FieldProblem> problems(
            String name,
            String version,
            List<WeightedCriterion> criteria,
            Thresholds thresholds,
            List<Integer> bbbeePoints80,
            List<Integer> bbbeePoints90,
            List<String> alwaysRequired,
            Map<String, Integer> daysToMend) {
        return PolicyRules.problems(
                name, version, criteria, thresholds, bbbeePoints80, bbbeePoints90, alwaysRequired, daysToMend);
    }
}
