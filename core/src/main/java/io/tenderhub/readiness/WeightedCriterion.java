package io.tenderhub.readiness;

import static java.util.Objects.requireNonNull;

/**
 * A criterion of a policy.
 *
 * @param criterion one of {@link Policy#CRITERIA}
 * @param weight the most points it can give
 */
public record WeightedCriterion(String criterion, int weight) {
    public WeightedCriterion {
        requireNonNull(criterion);
    }
}
