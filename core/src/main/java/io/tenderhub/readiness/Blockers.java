package io.tenderhub.readiness;

import io.tenderhub.requirement.Finding;
import io.tenderhub.requirement.Requirements;
import java.util.ArrayList;
import java.util.List;

/** What disqualifies a bid. A grade that a joint venture can reach, or a conditional one, does not. */
final class Blockers {
    private Blockers() {}

    static List<Note> of(Bid bid, PolicyTexts texts) {
        boolean mayBeMore = bid.briefing().missed()
                || !bid.gradings().blockers().isEmpty()
                || bid.requirements().bbbeeLevel().isPresent()
                || bid.requirements().localPresence().isPresent();
        if (!mayBeMore) {
            return bid.deadline().closed() ? texts.closed(bid.deadline()) : List.of();
        }
        List<Note> blockers = new ArrayList<>();
        if (bid.deadline().closed()) {
            blockers.addAll(texts.closed(bid.deadline()));
        }
        briefing(bid.briefing(), blockers);
        blockers.addAll(bid.gradings().blockers());
        statedConditions(bid, blockers);
        return List.copyOf(blockers);
    }

    static Note closed(Deadline deadline) {
        return new Note("closed", TimeLeft.ended(deadline));
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

    /** B-BBEE and place disqualify only where the tender's own words make them a condition. */
    private static void statedConditions(Bid bid, List<Note> blockers) {
        Requirements asked = bid.requirements();
        var level = bid.company().profile().bbbeeLevel();
        if (asked.bbbeeLevel().isPresent()
                && PreferenceFit.isLevelTooLow(asked, level)
                && isCondition(asked.bbbeeLevel().get())) {
            blockers.add(new Note("bbbee-level-too-low", PreferenceFit.levelReason(asked, level)));
        }
        if (asked.localPresence().isPresent()
                && bid.presence().reach() == Presence.Reach.ELSEWHERE
                && isCondition(asked.localPresence().get())) {
            blockers.add(new Note(
                    "local-presence-missing",
                    "The tender is only for bidders with a local presence (\""
                            + Wording.cut(asked.localPresence().get().evidence().text())
                            + "\"), and the company does not cover "
                            + bid.presence().place().orElse("the place") + "."));
        }
    }

    private static boolean isCondition(Finding<?> finding) {
        return Wording.isCondition(finding.evidence().text());
    }
}
