package io.tenderhub.readiness;

import io.tenderhub.requirement.Finding;
import io.tenderhub.requirement.Requirements;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** What is missing and can still be mended before closing. Nothing once it is closed. */
final class Mending {
    private Mending() {}

    /**
     * @param documents what is to be done about them, as of {@link #documents}
     */
    static List<Note> of(Bid bid, List<Note> documents) {
        boolean briefing = bid.briefing().open() && !bid.briefing().missed();
        List<Note> cidb = bid.gradings().mending();
        List<Note> forms = bid.asked().formNotes();
        if (!briefing && cidb.isEmpty() && forms.isEmpty()) {
            return documents;
        }
        List<Note> notes = new ArrayList<>(documents);
        if (briefing) {
            notes.add(briefing(bid.briefing()));
        }
        notes.addAll(cidb);
        notes.addAll(forms);
        return List.copyOf(notes);
    }

    /** What depends on the company's documents and on how many days are left. */
    static List<Note> documents(Bid bid, boolean levelsCount) {
        List<Note> notes = new ArrayList<>();
        List<String> missing = bid.documents().missing();
        for (String name : missing) {
            notes.add(new Note(
                    name.toLowerCase(Locale.ROOT).replaceAll("[^a-z0-9]+", "-") + "-missing",
                    "Get " + Documents.words(name) + time(bid, name) + "."));
        }
        if (levelsCount
                && !missing.contains("BBBEE")
                && bid.company().profile().bbbeeLevel().isEmpty()) {
            notes.add(new Note(
                    "bbbee-missing",
                    "Get a B-BBEE certificate or affidavit; without one the bid gets no preference points for a level"
                            + time(bid, "BBBEE") + "."));
        }
        return List.copyOf(notes);
    }

    static List<Note> forms(Requirements requirements) {
        if (requirements.forms().isEmpty()) {
            return List.of();
        }
        List<String> forms = requirements.forms().stream().map(Finding::value).toList();
        return List.of(new Note("forms", "Fill in and sign " + Wording.list(forms, "and") + "."));
    }

    private static String time(Bid bid, String name) {
        Optional<Integer> usual = Optional.ofNullable(bid.policy().daysToMend().get(name));
        if (usual.isEmpty()) {
            return "";
        }
        String takes = "; it usually takes about " + Wording.count(usual.get(), "day");
        long left = bid.deadline().daysLeft();
        if (left == Deadline.UNKNOWN) {
            return takes;
        }
        return left < usual.get()
                ? takes + ", and only " + Wording.count(left, "day") + (left == 1 ? " is" : " are")
                        + " left, so ask for it at once"
                : takes + ", and " + left + " are left";
    }

    private static Note briefing(BriefingDuty briefing) {
        String when = briefing.date()
                .map(date -> "on " + Wording.date(date))
                .orElse("(the tender does not say when; ask the buyer)");
        String where = briefing.venue().map(venue -> ", " + Wording.cut(venue)).orElse("");
        return new Note("attend-briefing", "Attend the compulsory briefing " + when + where + " and mark attendance.");
    }
}
