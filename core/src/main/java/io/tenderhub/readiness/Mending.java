package io.tenderhub.readiness;

import io.tenderhub.requirement.Finding;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** What is missing and can still be mended before closing. Nothing once it is closed. */
final class Mending {
    private Mending() {}

    static List<Note> of(Bid bid) {
        List<Note> notes = new ArrayList<>();
        if (bid.deadline().closed()) {
            return notes;
        }
        documents(bid, notes);
        bbbee(bid, notes);
        briefing(bid.briefing(), notes);
        cidb(bid.cidb(), notes);
        List<String> forms =
                bid.requirements().forms().stream().map(Finding::value).toList();
        if (!forms.isEmpty()) {
            notes.add(new Note("forms", "Fill in and sign " + Wording.list(forms, "and") + "."));
        }
        return notes;
    }

    private static void documents(Bid bid, List<Note> notes) {
        for (String name : bid.documents().missing()) {
            notes.add(new Note(
                    name.toLowerCase(Locale.ROOT).replaceAll("[^a-z0-9]+", "-") + "-missing",
                    "Get " + Documents.words(name) + time(bid, name) + "."));
        }
    }

    private static String time(Bid bid, String name) {
        Optional<Integer> usual = Optional.ofNullable(bid.policy().daysToMend().get(name));
        if (usual.isEmpty()) {
            return "";
        }
        String takes = "; it usually takes about " + Wording.count(usual.get(), "day");
        return bid.deadline()
                .daysLeft()
                .map(left -> left < usual.get()
                        ? takes + ", and only " + Wording.count(left, "day") + (left == 1 ? " is" : " are")
                                + " left, so ask for it at once"
                        : takes + ", and " + left + " are left")
                .orElse(takes);
    }

    private static void bbbee(Bid bid, List<Note> notes) {
        boolean counts = bid.policy().criteria().stream()
                .anyMatch(weighted -> weighted.criterion().equals(Criteria.PREFERENCE) && weighted.weight() > 0);
        boolean named = bid.documents().missing().contains("BBBEE");
        if (counts && !named && bid.company().profile().bbbeeLevel().isEmpty()) {
            notes.add(new Note(
                    "bbbee-missing",
                    "Get a B-BBEE certificate or affidavit; without one the bid gets no preference points for a level"
                            + time(bid, "BBBEE") + "."));
        }
    }

    private static void briefing(BriefingDuty briefing, List<Note> notes) {
        if (briefing.open() && !briefing.missed()) {
            String when = briefing.date()
                    .map(date -> "on " + Wording.date(date))
                    .orElse("(the tender does not say when; ask the buyer)");
            String where =
                    briefing.venue().map(venue -> ", " + Wording.cut(venue)).orElse("");
            notes.add(new Note(
                    "attend-briefing", "Attend the compulsory briefing " + when + where + " and mark attendance."));
        }
    }

    private static void cidb(CidbStanding standing, List<Note> notes) {
        if (standing.rank() == CidbStanding.Rank.WITH_PARTNER) {
            notes.add(new Note(
                    "cidb-partner",
                    "Form a joint venture to reach CIDB " + standing.needed() + ": with " + standing.partnerWords()
                            + "."));
        } else if (standing.rank() == CidbStanding.Rank.CONDITIONAL) {
            String orPartner =
                    standing.partners().isEmpty() ? "" : ", or form a joint venture with " + standing.partnerWords();
            notes.add(new Note(
                    "cidb-conditional",
                    "Ask the buyer whether a potentially emerging contractor of grade " + standing.heldWords()
                            + " is admitted for " + standing.needed() + orPartner + "."));
        }
    }
}
