package io.tenderhub.readiness;

import static java.util.Objects.requireNonNull;

import java.time.Instant;
import java.util.List;

/**
 * How ready a company is for a tender.
 *
 * @param points 0–100, the sum of the checklist's points, at most one decimal
 * @param recommendationReason one sentence
 * @param checklist one line for each criterion of the policy, in its order
 * @param blockers what disqualifies; empty if nothing does
 * @param fixable what is missing and can still be mended before closing
 * @param policy name of the policy
 * @param generatedAt the instant it was made for
 */
public record ReadinessScore(
        String ocid,
        String tenderId,
        double points,
        Recommendation recommendation,
        String recommendationReason,
        List<ChecklistLine> checklist,
        List<Note> blockers,
        List<Note> fixable,
        String policy,
        String policyVersion,
        Instant generatedAt) {
    public ReadinessScore {
        requireNonNull(ocid);
        requireNonNull(tenderId);
        requireNonNull(recommendation);
        requireNonNull(recommendationReason);
        checklist = List.copyOf(checklist);
        blockers = List.copyOf(blockers);
        fixable = List.copyOf(fixable);
        requireNonNull(policy);
        requireNonNull(policyVersion);
        requireNonNull(generatedAt);
    }
}
