package io.tenderhub.readiness;

import io.tenderhub.cidb.CidbGrade;
import io.tenderhub.cidb.CidbGrading;
import io.tenderhub.cidb.JointVentures;
import io.tenderhub.requirement.CidbRequirement;
import java.util.List;
import java.util.Optional;

/**
 * How a company stands to the gradings that a tender asks for, any of which is enough.
 *
 * @param closest the place of the grading asked for that the company is closest to; below 0 where the tender states none
 * @param asked that grading
 * @param held the company's grading in that class; empty where it has none
 * @param partners the lowest grades that partners need, each way of a joint venture
 */
record CidbStanding(
        Rank rank, int closest, Optional<CidbGrade> asked, Optional<CidbGrading> held, List<List<Integer>> partners) {
    private static final CidbStanding NOT_STATED =
            new CidbStanding(Rank.NOT_STATED, -1, Optional.empty(), Optional.empty(), List.of());

    /** From worst to best. */
    enum Rank {
        CLASS_NOT_HELD,
        GRADE_TOO_LOW,
        /** A joint venture reaches the grade. */
        WITH_PARTNER,
        /** A potentially emerging contractor one grade short; the tender says nothing of such. */
        CONDITIONAL,
        /** A potentially emerging contractor one grade short; the tender admits such. */
        ADMITTED,
        HELD,
        NOT_STATED
    }

    static CidbStanding of(List<CidbGrading> held, List<CidbRequirement> asked) {
        if (asked.isEmpty()) {
            return NOT_STATED;
        }
        CidbStanding best = new CidbStanding(
                Rank.CLASS_NOT_HELD, 0, Optional.of(asked.get(0).grade()), Optional.empty(), List.of());
        for (int i = 0; i < asked.size(); i++) {
            CidbRequirement requirement = asked.get(i);
            for (CidbGrading grading : held) {
                if (grading.grade().cidbClass() == requirement.grade().cidbClass()) {
                    CidbStanding standing = of(grading, requirement, i);
                    if (standing.rank.compareTo(best.rank) > 0) {
                        best = standing;
                    }
                }
            }
        }
        return best;
    }

    private static CidbStanding of(CidbGrading held, CidbRequirement asked, int place) {
        int own = held.grade().grade();
        int needed = asked.grade().grade();
        List<List<Integer>> partners = JointVentures.partnersNeeded(own, needed);
        Rank rank;
        if (own >= needed) {
            rank = Rank.HELD;
        } else if (held.potentiallyEmerging() && own == needed - 1) {
            rank = asked.potentiallyEmerging() ? Rank.ADMITTED : Rank.CONDITIONAL;
        } else {
            rank = partners.isEmpty() ? Rank.GRADE_TOO_LOW : Rank.WITH_PARTNER;
        }
        return new CidbStanding(rank, place, Optional.of(asked.grade()), Optional.of(held), partners);
    }

    /** The grading asked for; only where one is. */
    CidbGrade needed() {
        return asked.orElseThrow();
    }

    /** The company's grading as written: {@code 5GB PE}. */
    String heldWords() {
        return held.map(grading -> grading.grade() + (grading.potentiallyEmerging() ? " PE" : ""))
                .orElse("none");
    }

    /** {@code one partner of 4GB, or two of 3GB each}; each way of a joint venture. */
    String partnerWords() {
        String cidbClass = needed().cidbClass().name();
        List<String> ways = partners.stream()
                .map(grades -> grades.size() == 1
                        ? "one partner of at least " + grades.get(0) + cidbClass
                        : grades.size() + " partners of at least "
                                + Wording.list(
                                        grades.stream()
                                                .distinct()
                                                .map(grade -> grade + cidbClass)
                                                .toList(),
                                        "and")
                                + (grades.stream().distinct().count() == 1 ? " each" : ""))
                .toList();
        return Wording.list(ways, "or");
    }
}
