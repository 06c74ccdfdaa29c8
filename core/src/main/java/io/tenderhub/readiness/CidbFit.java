package io.tenderhub.readiness;

import io.tenderhub.cidb.CidbLimits;
import io.tenderhub.requirement.CidbRequirement;
import io.tenderhub.requirement.Finding;
import io.tenderhub.requirement.Requirements;
import io.tenderhub.tender.Money;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;

/** Whether the company holds a contractor grading that is asked for. */
final class CidbFit implements Criterion {

    @Override
    public Judgement judge(Bid bid) {
        CidbStanding standing = bid.cidb();
        Thresholds thresholds = bid.policy().thresholds();
        return switch (standing.rank()) {
            case NOT_STATED -> notStated(bid);
            case HELD ->
                judgement(
                        standing,
                        1,
                        "The company holds " + standing.heldWords() + "; " + asked(bid.requirements())
                                + " is asked for.");
            case ADMITTED ->
                judgement(
                        standing,
                        thresholds.cidbConditional(),
                        "The company holds " + standing.heldWords() + ", one grade below " + standing.needed()
                                + "; the tender admits potentially emerging contractors, so this is conditional.");
            case CONDITIONAL ->
                judgement(
                        standing,
                        thresholds.cidbConditional(),
                        "The company holds " + standing.heldWords() + ", one grade below " + standing.needed()
                                + "; as a potentially emerging contractor it qualifies only if the buyer admits such.");
            case WITH_PARTNER ->
                judgement(
                        standing,
                        thresholds.cidbWithPartner(),
                        "The company holds " + standing.heldWords() + " and " + standing.needed()
                                + " is asked for; a joint venture reaches it with " + standing.partnerWords() + ".");
            case GRADE_TOO_LOW ->
                judgement(
                        standing,
                        0,
                        "The company holds " + standing.heldWords() + ", too low for " + standing.needed()
                                + ", and no joint venture with it reaches that grade.");
            case CLASS_NOT_HELD ->
                judgement(
                        standing,
                        0,
                        "The company holds no grading in "
                                + Wording.list(classes(bid.requirements()), "or") + "; " + asked(bid.requirements())
                                + " is asked for.");
        };
    }

    /** {@code 8EP or 8ME}. */
    static String asked(Requirements requirements) {
        return Wording.list(
                requirements.cidb().stream()
                        .map(requirement -> requirement.grade().toString())
                        .distinct()
                        .toList(),
                "or");
    }

    /** {@code GB (general building works)}, each class once. */
    static List<String> classes(Requirements requirements) {
        return requirements.cidb().stream()
                .map(requirement -> requirement.grade().cidbClass())
                .distinct()
                .map(cidbClass -> cidbClass + " (" + cidbClass.works() + ")")
                .toList();
    }

    private static Judgement judgement(CidbStanding standing, double share, String reason) {
        Outcome outcome = standing.rank() == CidbStanding.Rank.HELD
                ? Outcome.MET
                // Conditional is never "met", whatever share a policy gives it.
                : share > 0 ? Outcome.PARTLY : Outcome.NOT_MET;
        return new Judgement(outcome, share, reason, standing.closest().map(CidbRequirement::evidence));
    }

    private static Judgement notStated(Bid bid) {
        boolean otherWork = bid.requirements()
                .sector()
                .map(Finding::value)
                .filter(sector -> !StatedSectors.isWorks(sector))
                .isPresent();
        if (otherWork) {
            return Judgement.of(
                    Outcome.NOT_APPLICABLE,
                    1,
                    "The tender is not for construction works and asks for no CIDB grading.");
        }
        return Judgement.of(Outcome.NOT_STATED, 1, "The tender states no CIDB grading" + byValue(bid) + ".");
    }

    /** What the value of construction works would ask for, where both are known. */
    private static String byValue(Bid bid) {
        boolean works = bid.requirements()
                .sector()
                .map(Finding::value)
                .filter(StatedSectors::isWorks)
                .isPresent();
        Optional<Money> value =
                bid.tender().value().filter(amount -> works && amount.currency().equals("ZAR"));
        LocalDate day = LocalDate.ofInstant(bid.situation().now(), ZoneOffset.UTC);
        return value.flatMap(amount -> CidbLimits.on(day)
                        .map(limits -> "; works of " + Wording.amount(amount) + " usually need grade "
                                + limits.gradeNeeded(amount.amount())))
                .orElse("");
    }
}
