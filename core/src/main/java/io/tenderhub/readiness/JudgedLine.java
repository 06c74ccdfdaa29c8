package io.tenderhub.readiness;

import io.tenderhub.requirement.Evidence;
import java.util.Optional;

/**
 * A line of the checklist for every tender of which the same is to be said.
 *
 * @param line without evidence, which is each tender's own
 * @param tenths its points in tenths, so that lines sum exactly to the score
 */
record JudgedLine(ChecklistLine line, long tenths) {

    static JudgedLine of(WeightedCriterion weighted, Judgement judgement) {
        long reached = Math.round(judgement.share() * weighted.weight() * 10);
        return new JudgedLine(
                new ChecklistLine(
                        weighted.criterion(),
                        judgement.outcome(),
                        reached / 10.0,
                        weighted.weight(),
                        judgement.reason(),
                        Optional.empty()),
                reached);
    }

    ChecklistLine with(Optional<Evidence> evidence) {
        return evidence.isEmpty()
                ? line
                : new ChecklistLine(
                        line.criterion(), line.outcome(), line.points(), line.weight(), line.reason(), evidence);
    }
}
