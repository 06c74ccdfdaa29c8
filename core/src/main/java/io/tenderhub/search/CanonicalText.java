package io.tenderhub.search;

import io.tenderhub.tender.SearchMode;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Brings texts of the same meaning into the same form. Where the order of words says nothing, it is that of the alphabet, and each
 * word stands there once; but only in texts of plain words, phrases, {@code or} and {@code -}. What any other sign means is for the
 * store to say, so texts with such keep their words as they are.
 */
final class CanonicalText {
    private static final Pattern BLANKS = Pattern.compile("\\p{IsWhite_Space}+");
    private static final String WORD = "[\\p{L}\\d]+(?:[-./'][\\p{L}\\d]+)*";
    private static final Pattern TERMS =
            Pattern.compile("(?<term>-?(?:" + WORD + "|\"" + WORD + "(?: " + WORD + ")*\"))(?: |$)");
    private static final Pattern QUOTED_WORD = Pattern.compile("(-?)\"([\\p{L}\\d]+)\"");
    private static final String OR = "or";

    private CanonicalText() {}

    /** In lower case, with single blanks: as it may be shown. Empty if nothing is left. */
    static Optional<String> plain(String text) {
        return Optional.of(BLANKS.matcher(text).replaceAll(" ").strip().toLowerCase(Locale.ROOT))
                .filter(words -> !words.isEmpty());
    }

    /** What finds the same in this mode. */
    static Optional<String> of(String text, SearchMode mode) {
        // What a sentence means, its order and its accents may say.
        return mode == SearchMode.TEXT ? plain(FoldedText.fold(text)).map(CanonicalText::ordered) : plain(text);
    }

    private static String ordered(String text) {
        TreeSet<String> alternatives = new TreeSet<>();
        TreeSet<String> terms = new TreeSet<>();
        for (String term : terms(text)) {
            if (!term.equals(OR)) {
                terms.add(QUOTED_WORD.matcher(term).replaceAll("$1$2"));
            } else if (terms.isEmpty()) {
                return text;
            } else {
                alternatives.add(String.join(" ", terms));
                terms.clear();
            }
        }
        if (terms.isEmpty()) {
            return text;
        }
        alternatives.add(String.join(" ", terms));
        return String.join(" " + OR + " ", alternatives);
    }

    /** Empty if there is anything else among them. */
    private static List<String> terms(String text) {
        List<String> terms = new ArrayList<>();
        Matcher term = TERMS.matcher(text);
        int at = 0;
        while (at < text.length() && term.region(at, text.length()).lookingAt()) {
            String found = term.group("term");
            if (found.equals("-or") || found.endsWith("\"or\"")) {
                return List.of();
            }
            terms.add(found);
            at = term.end();
        }
        return at < text.length() ? List.of() : terms;
    }
}
