package io.tenderhub.summary;

import java.util.HashSet;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A sentence, where it stood, and the words that carry its meaning. */
record RankedSentence(int position, String text, Set<String> terms) {
    private static final Pattern WORD = Pattern.compile("[\\p{L}\\d]{3,}");
    private static final Set<String> EMPTY_WORDS = Set.of(
            "the",
            "and",
            "for",
            "with",
            "that",
            "this",
            "from",
            "shall",
            "will",
            "must",
            "are",
            "all",
            "any",
            "not",
            "has",
            "have",
            "been",
            "was",
            "were",
            "its",
            "which",
            "their",
            "they",
            "can",
            "may",
            "other",
            "such",
            "than",
            "you",
            "your",
            "our",
            "per",
            "into",
            "via",
            "within",
            "also",
            "only",
            "each",
            "who",
            "please",
            "following");

    static RankedSentence of(int position, String text) {
        return new RankedSentence(position, text, terms(text));
    }

    static Set<String> terms(String text) {
        Set<String> terms = new HashSet<>();
        Matcher word = WORD.matcher(text.toLowerCase(Locale.ROOT));
        while (word.find()) {
            if (!EMPTY_WORDS.contains(word.group())) {
                terms.add(singular(word.group()));
            }
        }
        return terms;
    }

    private static String singular(String word) {
        return word.length() > 4 && word.endsWith("s") && !word.endsWith("ss")
                ? word.substring(0, word.length() - 1)
                : word;
    }

    /** 0 for nothing in common, 1 for the same words. */
    double likeness(Set<String> others) {
        if (terms.isEmpty() || others.isEmpty()) {
            return 0;
        }
        long shared = terms.stream().filter(others::contains).count();
        return shared / Math.sqrt((double) terms.size() * others.size());
    }
}
