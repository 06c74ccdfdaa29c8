package io.tenderhub.requirement.plain;

import io.tenderhub.requirement.Evidence;
import io.tenderhub.requirement.Finding;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Finds registrations and certificates, and standard bidding documents. */
final class RegistrationFinder {
    private static final Map<String, Pattern> REGISTRATIONS = registrations();
    private static final Pattern FORM = Pattern.compile(
            "\\b(?<kind>[SM]BD)s?\\s?-?\\s?(?<number>1?[0-9](?:\\.[1-9])?)(?![\\d.]?\\d)", Pattern.CASE_INSENSITIVE);

    private static final Pattern FURTHER_FORM = Pattern.compile(
            "\\s?(?:,|and|&|/|;|\\+)\\s?(?:and\\s)?(?<number>3\\.[1-3]|6\\.[12]|7\\.[1-3]|[124589])"
                    + "(?![\\d.]?\\d|\\s?(?:%|[a-z]{2,}s\\b))",
            Pattern.CASE_INSENSITIVE);

    List<Finding<String>> registrations(List<Passage> passages) {
        List<Finding<String>> found = new ArrayList<>();
        REGISTRATIONS.forEach((code, pattern) ->
                first(pattern, passages).ifPresent(evidence -> found.add(new Finding<>(code, evidence))));
        return found;
    }

    /** Codes without a blank, such as {@code SBD6.1}, in order of first mention. */
    List<Finding<String>> forms(List<Passage> passages) {
        Map<String, Finding<String>> found = new LinkedHashMap<>();
        for (Passage passage : passages) {
            if (!Words.contains(passage.text(), "BD")) {
                continue;
            }
            Matcher matcher = FORM.matcher(passage.text());
            while (matcher.find()) {
                String code = matcher.group("kind").toUpperCase(Locale.ROOT) + matcher.group("number");
                found.putIfAbsent(code, new Finding<>(code, passage.evidence(matcher.start(), matcher.end())));
                more(matcher, passage, found);
            }
        }
        return List.copyOf(found.values());
    }

    /** {@code SBD 4 and 6.1}, {@code SBD 1, 3.3, 4}: further numbers of forms right behind one. */
    private static void more(Matcher form, Passage passage, Map<String, Finding<String>> found) {
        String kind = form.group("kind").toUpperCase(Locale.ROOT);
        Matcher further = FURTHER_FORM.matcher(passage.text());
        int at = form.end();
        while (further.region(at, passage.text().length()).lookingAt()) {
            String code = kind + further.group("number");
            found.putIfAbsent(code, new Finding<>(code, passage.evidence(form.start(), further.end())));
            at = further.end();
        }
    }

    private static Optional<Evidence> first(Pattern pattern, List<Passage> passages) {
        for (Passage passage : passages) {
            Matcher matcher = pattern.matcher(passage.text());
            if (matcher.find()) {
                return Optional.of(passage.evidence(matcher.start(), matcher.end()));
            }
        }
        return Optional.empty();
    }

    private static Map<String, Pattern> registrations() {
        Map<String, Pattern> patterns = new LinkedHashMap<>();
        put(patterns, "CSD", "\\bCSD\\b|central suppliers? database");
        put(
                patterns,
                "TAX",
                "\\btax\\s(?:compliance|clearance|compliant|status|pin|matters)\\b|\\bSARS\\s(?:pin|tax|certificate|clearance)\\b");
        put(
                patterns,
                "COIDA",
                "\\bCOIDA?\\b|letter of good standing|compensation (?:fund|commissioner)|workmen'?s compensation");
        put(patterns, "PSIRA", "\\bPSIRA\\b|private security industry regulatory");
        put(patterns, "NHBRC", "\\bNHBRC\\b|national home builders");
        put(
                patterns,
                "BBBEE",
                "\\bB-?\\s?BBEE\\s(?:status\\slevel\\s)?(?:verification\\s)?(?:certificate|(?:sworn\\s)?affidavit)|\\bBEE (?:certificate|affidavit)|sworn affidavit");
        put(patterns, "ECSA", "\\bECSA\\b|engineering council of south africa");
        put(patterns, "SACPCMP", "\\bSACPCMP\\b");
        put(patterns, "SACAP", "\\bSACAP\\b");
        put(patterns, "SAICA", "\\bSAICA\\b");
        put(patterns, "SANAS", "\\bSANAS\\b");
        put(patterns, "ICASA", "\\bICASA\\b");
        put(patterns, "HPCSA", "\\bHPCSA\\b|health professions council");
        put(patterns, "CIPC", "\\bCIPC\\b|companies and intellectual property");
        put(patterns, "NERSA", "\\bNERSA\\b");
        put(patterns, "FSCA", "\\bFSCA\\b|financial sector conduct authority");
        put(patterns, "SAPC", "\\bSAPC\\b|south african pharmacy council");
        put(patterns, "SANC", "\\bSANC\\b|south african nursing council");
        put(patterns, "BARGAINING_COUNCIL", "bargaining council");
        return Collections.unmodifiableMap(patterns);
    }

    private static void put(Map<String, Pattern> patterns, String code, String words) {
        patterns.put(code, Pattern.compile(words, Pattern.CASE_INSENSITIVE));
    }
}
