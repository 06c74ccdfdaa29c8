package io.tenderhub.readiness;

import io.tenderhub.requirement.Finding;
import java.util.ArrayList;
import java.util.List;

/** What disqualifies a bid. A grade that a joint venture can reach, or a conditional one, does not. */
final class Blockers {
    private Blockers() {}

    static List<Note> of(Bid bid) {
        List<Note> blockers = new ArrayList<>();
        closed(bid.deadline(), blockers);
        briefing(bid.briefing(), blockers);
        cidb(bid, blockers);
        statedConditions(bid, blockers);
        return blockers;
    }

    private static void closed(Deadline deadline, List<Note> blockers) {
        if (deadline.endedAs().isPresent()) {
            blockers.add(new Note(
                    "closed", "The tender is " + deadline.endedAs().get().code() + "."));
        } else if (deadline.closed()) {
            deadline.closesAt()
                    .ifPresent(
                            end -> blockers.add(new Note("closed", "The tender closed on " + Wording.date(end) + ".")));
        }
    }

    private static void briefing(BriefingDuty briefing, List<Note> blockers) {
        if (briefing.missed()) {
            blockers.add(new Note(
                    "briefing-missed",
                    "The compulsory briefing was on "
                            + briefing.date().map(Wording::date).orElse("a past day")
                            + ", and attendance is not marked."));
        }
    }

    private static void cidb(Bid bid, List<Note> blockers) {
        CidbStanding standing = bid.cidb();
        if (standing.rank() == CidbStanding.Rank.CLASS_NOT_HELD) {
            blockers.add(new Note(
                    "cidb-class-not-held",
                    "The tender asks for CIDB " + CidbFit.asked(bid.requirements())
                            + ", and the company holds no grading in "
                            + Wording.list(CidbFit.classes(bid.requirements()), "or") + "."));
        } else if (standing.rank() == CidbStanding.Rank.GRADE_TOO_LOW) {
            blockers.add(new Note(
                    "cidb-grade-too-low",
                    "The tender asks for CIDB " + standing.needed() + ", and the company holds " + standing.heldWords()
                            + ", from which no joint venture reaches it."));
        }
    }

    /** B-BBEE and place disqualify only where the tender's own words make them a condition. */
    private static void statedConditions(Bid bid, List<Note> blockers) {
        var level = bid.company().profile().bbbeeLevel();
        bid.requirements()
                .bbbeeLevel()
                .filter(asked -> PreferenceFit.isLevelTooLow(bid.requirements(), level) && isCondition(asked))
                .ifPresent(asked -> blockers.add(
                        new Note("bbbee-level-too-low", PreferenceFit.levelReason(bid.requirements(), level))));
        bid.requirements()
                .localPresence()
                .filter(asked -> bid.presence().reach() == Presence.Reach.ELSEWHERE && isCondition(asked))
                .ifPresent(asked -> blockers.add(new Note(
                        "local-presence-missing",
                        "The tender is only for bidders with a local presence (\""
                                + Wording.cut(asked.evidence().text()) + "\"), and the company does not cover "
                                + bid.presence().place().orElse("the place") + ".")));
    }

    private static boolean isCondition(Finding<?> finding) {
        return Wording.isCondition(finding.evidence().text());
    }
}
