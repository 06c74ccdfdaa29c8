package io.tenderhub.requirement.plain;

import io.tenderhub.requirement.Evidence;
import io.tenderhub.requirement.Finding;
import io.tenderhub.requirement.Requirements.BriefingRequirement;
import io.tenderhub.tender.Briefing;
import io.tenderhub.tender.Tender;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Finds where bidders must be: at a briefing, or in a place. */
final class PresenceFinder {
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

    Optional<BriefingRequirement> briefing(Tender tender, List<Passage> passages) {
        if (tender.briefing().isPresent()) {
            Briefing briefing = tender.briefing().get();
            return Optional.of(new BriefingRequirement(
                    briefing.compulsory(),
                    briefing.date(),
                    briefing.venue(),
                    new Evidence("tender.briefingSession.compulsory", String.valueOf(briefing.compulsory()))));
        }
        for (Passage passage : passages) {
            if (!Words.contains(passage.text(), "compulsory")) {
                continue;
            }
            Matcher matcher = BRIEFING.matcher(passage.text());
            if (matcher.find()) {
                boolean compulsory = matcher.group("non") == null && matcher.group("non2") == null;
                return Optional.of(new BriefingRequirement(
                        compulsory,
                        Optional.empty(),
                        Optional.empty(),
                        passage.evidence(matcher.start(), matcher.end())));
            }
        }
        return Optional.empty();
    }

    Optional<Finding<String>> localPresence(List<Passage> passages) {
        for (Passage passage : passages) {
            Matcher matcher = PRESENCE.matcher(passage.text());
            if (matcher.find()) {
                return Optional.of(
                        new Finding<>(matcher.group().strip(), passage.evidence(matcher.start(), matcher.end())));
            }
        }
        return Optional.empty();
    }
}
