package io.tenderhub.readiness;

import io.tenderhub.failure.FieldProblem;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** What makes a policy valid. The orders among shares are what keeps every policy's scores monotone. */
final class PolicyRules {
    private static final int LEVELS = 8;

    private final List<FieldProblem> problems = new ArrayList<>();

    private PolicyRules() {}

    static List<FieldProblem> problems(
            String name,
            String version,
            List<WeightedCriterion> criteria,
            Thresholds thresholds,
            List<Integer> bbbeePoints80,
            List<Integer> bbbeePoints90,
            List<String> alwaysRequired,
            Map<String, Integer> daysToMend) {
        PolicyRules rules = new PolicyRules();
        rules.text("name", name);
        rules.text("version", version);
        rules.criteria(criteria);
        rules.thresholds(thresholds);
        rules.points("bbbeePoints.80/20", bbbeePoints80, 20);
        rules.points("bbbeePoints.90/10", bbbeePoints90, 10);
        for (int i = 0; i < alwaysRequired.size(); i++) {
            rules.text("alwaysRequired[" + i + "]", alwaysRequired.get(i));
        }
        daysToMend.forEach((document, days) -> {
            if (days < 0) {
                rules.add("daysToMend." + document, "must be 0 or more, not " + days);
            }
        });
        return List.copyOf(rules.problems);
    }

    private void text(String path, String text) {
        if (text.isBlank()) {
            add(path, "must not be blank");
        }
    }

    private void criteria(List<WeightedCriterion> criteria) {
        Set<String> seen = new HashSet<>();
        long sum = 0;
        for (WeightedCriterion weighted : criteria) {
            String path = "criteria." + weighted.criterion();
            if (!Criteria.NAMES.contains(weighted.criterion())) {
                add(path, "is no criterion; there are " + String.join(", ", Criteria.NAMES));
            } else if (!seen.add(weighted.criterion())) {
                add(path, "is named twice");
            }
            if (weighted.weight() < 0) {
                add(path, "must be 0 or more, not " + weighted.weight());
            }
            sum += weighted.weight();
        }
        if (sum != 100) {
            add("criteria", "the weights must sum to 100, not " + sum);
        }
    }

    private void thresholds(Thresholds given) {
        range("bidFrom", given.bidFrom(), 0, 100);
        range("prepareFrom", given.prepareFrom(), 0, 100);
        atMost("prepareFrom", given.prepareFrom(), "bidFrom", given.bidFrom());
        range("comfortableDays", given.comfortableDays(), 1, 365);
        share("contractShare", given.contractShare());
        if (given.contractShare() == 0) {
            add("thresholds.contractShare", "must be above 0");
        }
        share("yearsShare", given.yearsShare());
        share("sameSector", given.sameSector());
        share("otherSector", given.otherSector());
        atMost("otherSector", given.otherSector(), "sameSector", given.sameSector());
        share("cidbConditional", given.cidbConditional());
        share("cidbWithPartner", given.cidbWithPartner());
        atMost("cidbWithPartner", given.cidbWithPartner(), "cidbConditional", given.cidbConditional());
        share("partOfCountry", given.partOfCountry());
        share("missingDocument", given.missingDocument());
    }

    private void points(String path, List<Integer> points, int highest) {
        if (points.size() != LEVELS) {
            add(path, "must have the points of levels 1 to 8, not " + points.size() + " numbers");
            return;
        }
        for (int i = 0; i < LEVELS; i++) {
            int value = points.get(i);
            if (value < 0 || value > highest) {
                add(path + "[" + i + "]", "must be 0 to " + highest + ", not " + value);
            } else if (i > 0 && value > points.get(i - 1)) {
                add(path + "[" + i + "]", "must not be more than a better level gets");
            }
        }
    }

    private void range(String name, int value, int lowest, int highest) {
        if (value < lowest || value > highest) {
            add("thresholds." + name, "must be " + lowest + " to " + highest + ", not " + value);
        }
    }

    private void share(String name, double value) {
        if (!(value >= 0 && value <= 1)) {
            add("thresholds." + name, "must be 0 to 1, not " + value);
        }
    }

    private void atMost(String name, double value, String otherName, double other) {
        if (value > other) {
            add("thresholds." + name, "must be at most " + otherName);
        }
    }

    private void add(String path, String message) {
        problems.add(new FieldProblem(path, message));
    }
}
