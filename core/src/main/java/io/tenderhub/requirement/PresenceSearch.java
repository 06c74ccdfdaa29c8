package io.tenderhub.requirement;

import io.tenderhub.requirement.Requirements.BriefingRequirement;
import io.tenderhub.tender.Briefing;
import io.tenderhub.tender.Tender;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Finds where bidders must be: at a briefing, or in a place. */
final class PresenceSearch {
    /** A match begins at most so far before the word that leads here. */
    private static final int REACH = 70;

    private static final int FLAGS = Pattern.CASE_INSENSITIVE;
    private static final String MEETING =
            "(?:virtual |online |tender |site |bid |information |pre-bid ){0,3}(?:briefing|clarification meeting|clarification session|site meeting|site visit|site inspection|inspection meeting|meeting)";
    private static final Pattern BRIEFING = Pattern.compile(
            "(?<non>non\\s?[-–]?\\s?|not )?compulsory " + MEETING + "(?: session| meeting)?"
                    + "|(?:briefing|site (?:meeting|visit|inspection))(?: session| meeting)?(?: on this date)? (?:is|will be) (?<non2>non\\s?-?\\s?|not )?compulsory",
            FLAGS);
    private static final Pattern PRESENCE = Pattern.compile(
            "\\b(?:with|have|has|having|maintain|own|company|establish) (?:[\\w-]{1,15} ){0,3}local office\\b(?: \\([^()]{2,40}\\))?"
                    + "|\\b(?:bidders?|tenderers?|suppliers?|service providers?|company|companies|contractors?) (?:must|should|shall|to) (?:be )?(?:based|located|situated|domiciled) (?:with)?in\\b[^.;\\n]{0,60}"
                    + "|\\bmust (?:be (?:based|located|situated)|have an office) (?:with)?in\\b[^.;\\n]{0,60}"
                    + "|\\b(?:bidders?|suppliers?|service providers?) (?:based|located) within\\b[^.;\\n]{0,60}",
            FLAGS);
    /** One of these stands before "based in" where bidders must be. */
    private static final List<String> BEFORE_BEING = List.of(
            "be ",
            "must ",
            "should ",
            "shall ",
            "to ",
            "bidder ",
            "bidders ",
            "supplier ",
            "suppliers ",
            "provider ",
            "providers ");

    private Optional<BriefingRequirement> briefing = Optional.empty();
    private Optional<Finding<String>> localPresence = Optional.empty();
    private boolean briefingTried;
    private boolean presenceTried;

    /** What the tender's own field says of a briefing stands before any words. */
    PresenceSearch(Tender tender) {
        if (tender.briefing().isPresent()) {
            Briefing field = tender.briefing().get();
            briefing = Optional.of(new BriefingRequirement(
                    field.compulsory(),
                    field.date(),
                    field.venue(),
                    new Evidence("tender.briefingSession.compulsory", String.valueOf(field.compulsory()))));
        }
    }

    Optional<BriefingRequirement> briefing() {
        return briefing;
    }

    Optional<Finding<String>> localPresence() {
        return localPresence;
    }

    void begin() {
        briefingTried = briefing.isPresent();
        presenceTried = localPresence.isPresent();
    }

    /** Looks around the first "compulsory" of a passage; what is found there or behind is the first there is. */
    void compulsory(Passage passage, int at) {
        if (briefingTried) {
            return;
        }
        briefingTried = true;
        Matcher matcher = Place.at(BRIEFING, passage.text(), Math.max(0, at - REACH));
        if (matcher.find()) {
            briefing = Optional.of(new BriefingRequirement(
                    matcher.group("non") == null && matcher.group("non2") == null,
                    Optional.empty(),
                    Optional.empty(),
                    passage.evidence(matcher.start(), matcher.end())));
        }
    }

    /** Looks around the first "local office", "must be based in" or the like. */
    void place(Passage passage, Phrase phrase, int at) {
        if (presenceTried || !phrase.words().contains("office") && !isAskedFor(passage.text(), at)) {
            return;
        }
        presenceTried = true;
        Matcher matcher = Place.at(PRESENCE, passage.text(), Math.max(0, at - REACH));
        if (matcher.find()) {
            localPresence = Optional.of(
                    new Finding<>(matcher.group().strip(), passage.evidence(matcher.start(), matcher.end())));
        }
    }

    private static boolean isAskedFor(String text, int at) {
        for (String words : BEFORE_BEING) {
            if (Signs.endsWith(text, at, words)) {
                return true;
            }
        }
        return false;
    }
}
