package io.tenderhub.readiness;

import io.tenderhub.cidb.CidbLimits;
import io.tenderhub.requirement.Evidence;
import io.tenderhub.requirement.Requirements;
import io.tenderhub.requirement.Sector;
import io.tenderhub.tender.Money;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;

/** Whether the company holds a contractor grading that is asked for. */
final class CidbFit implements Criterion {

    /** Questions about tenders that state no grading; no standing has these numbers. */
    private static final long OTHER_WORK = 1L << 61;

    private static final long NOT_STATED = OTHER_WORK + 1;

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

    @Override
    public long question(Bid bid) {
        if (bid.cidb().rank() != CidbStanding.Rank.NOT_STATED) {
            return bid.gradings().number() < 0 ? ASKED_ONCE : bid.gradings().number();
        }
        Sector sector = bid.asked().sector().orElse(null);
        boolean works = sector != null && StatedSectors.isWorks(sector);
        return works && bid.tender().value().isPresent()
                ? ASKED_ONCE
                : sector != null && !works ? OTHER_WORK : NOT_STATED;
    }

    @Override
    public Optional<Evidence> evidence(Bid bid) {
        int closest = bid.cidb().closest();
        return closest < 0
                ? Optional.empty()
                : Optional.of(bid.requirements().cidb().get(closest).evidence());
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
        return new Judgement(outcome, share, reason);
    }

    private static Judgement notStated(Bid bid) {
        boolean otherWork = bid.asked()
                .sector()
                .filter(sector -> !StatedSectors.isWorks(sector))
                .isPresent();
        if (otherWork) {
            return new Judgement(
                    Outcome.NOT_APPLICABLE,
                    1,
                    "The tender is not for construction works and asks for no CIDB grading.");
        }
        return new Judgement(Outcome.NOT_STATED, 1, "The tender states no CIDB grading" + byValue(bid) + ".");
    }

    /** What the value of construction works would ask for, where both are known. */
    private static String byValue(Bid bid) {
        boolean works = bid.asked().sector().filter(StatedSectors::isWorks).isPresent();
        Money value = bid.tender().value().orElse(null);
        if (!works || value == null || !value.currency().equals("ZAR")) {
            return "";
        }
        LocalDate day = LocalDate.ofInstant(bid.asked().situation().now(), ZoneOffset.UTC);
        CidbLimits limits = CidbLimits.on(day).orElse(null);
        return limits == null
                ? ""
                : "; works of " + bid.asked().worth(value) + " usually need grade "
                        + limits.gradeNeeded(value.amount());
    }
}
