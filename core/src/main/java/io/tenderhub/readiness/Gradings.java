package io.tenderhub.readiness;

import io.tenderhub.cidb.CidbGrading;
import io.tenderhub.readiness.CidbStanding.Rank;
import io.tenderhub.requirement.Requirements;
import java.util.List;
import java.util.Optional;

/**
 * How a company stands to the gradings that a tender asks for, and what comes of it.
 *
 * @param number another one for each, 0 where none is asked for; below 0 for what is not kept
 * @param advice where the standing itself decides what to do
 */
record Gradings(long number, CidbStanding standing, List<Note> blockers, List<Note> mending, Optional<Advice> advice) {

    static Gradings of(long number, List<CidbGrading> held, Requirements requirements) {
        CidbStanding standing = CidbStanding.of(held, requirements.cidb());
        return new Gradings(number, standing, blockers(standing, requirements), mending(standing), Advice.of(standing));
    }

    private static List<Note> blockers(CidbStanding standing, Requirements requirements) {
        if (standing.rank() == Rank.CLASS_NOT_HELD) {
            return List.of(new Note(
                    "cidb-class-not-held",
                    "The tender asks for CIDB " + CidbFit.asked(requirements)
                            + ", and the company holds no grading in "
                            + Wording.list(CidbFit.classes(requirements), "or") + "."));
        }
        if (standing.rank() == Rank.GRADE_TOO_LOW) {
            return List.of(new Note(
                    "cidb-grade-too-low",
                    "The tender asks for CIDB " + standing.needed() + ", and the company holds " + standing.heldWords()
                            + ", from which no joint venture reaches it."));
        }
        return List.of();
    }

    private static List<Note> mending(CidbStanding standing) {
        if (standing.rank() == Rank.WITH_PARTNER) {
            return List.of(new Note(
                    "cidb-partner",
                    "Form a joint venture to reach CIDB " + standing.needed() + ": with " + standing.partnerWords()
                            + "."));
        }
        if (standing.rank() == Rank.CONDITIONAL) {
            String orPartner =
                    standing.partners().isEmpty() ? "" : ", or form a joint venture with " + standing.partnerWords();
            return List.of(new Note(
                    "cidb-conditional",
                    "Ask the buyer whether a potentially emerging contractor of grade " + standing.heldWords()
                            + " is admitted for " + standing.needed() + orPartner + "."));
        }
        return List.of();
    }
}
