package io.tenderhub.readiness;

/**
 * How one criterion came out.
 *
 * @param share of the criterion's weight, 0–1
 * @param reason one sentence
 */
record Judgement(Outcome outcome, double share, String reason) {

    /** The outcome that a share speaks of. */
    static Outcome outcomeOf(double share) {
        if (share >= 1) {
            return Outcome.MET;
        }
        return share > 0 ? Outcome.PARTLY : Outcome.NOT_MET;
    }
}
