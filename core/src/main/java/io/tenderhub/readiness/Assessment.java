package io.tenderhub.readiness;

import java.util.List;

/**
 * How a company stands to a tender, of which the whole score can be made.
 *
 * @param lines one for each criterion of the policy; not changed any more
 */
record Assessment(PolicyScoring scoring, Bid bid, JudgedLine[] lines, long tenths, List<Note> blockers, Advice advice) {

    double points() {
        return tenths / 10.0;
    }

    ReadinessScore score() {
        return scoring.score(this);
    }
}
