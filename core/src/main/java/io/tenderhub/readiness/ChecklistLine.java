package io.tenderhub.readiness;

import static java.util.Objects.requireNonNull;

import io.tenderhub.requirement.Evidence;
import java.util.Optional;

/**
 * One criterion of a score.
 *
 * @param criterion its name in the policy, such as {@code cidb}
 * @param points reached, 0 to {@code weight}, at most one decimal
 * @param weight the most that can be reached
 * @param reason why, in one sentence
 * @param evidence the tender's own words, where it rests on any
 */
public record ChecklistLine(
        String criterion, Outcome outcome, double points, int weight, String reason, Optional<Evidence> evidence) {
    public ChecklistLine {
        requireNonNull(criterion);
        requireNonNull(outcome);
        requireNonNull(reason);
        requireNonNull(evidence);
    }
}
