package io.tenderhub.readiness;

import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Brings words to a common form, so that "cleaners" offers "cleaning". Made for short English phrases, not for prose. */
final class Stems {
    /** Words that say nothing about the kind of work. */
    private static final Set<String> EMPTY_WORDS = Set.of(
            "and",
            "or",
            "of",
            "the",
            "for",
            "to",
            "in",
            "on",
            "at",
            "by",
            "with",
            "a",
            "an",
            "from",
            "all",
            "other",
            "various",
            "general",
            "service",
            "services",
            "work",
            "works",
            "supply",
            "supplies",
            "provision",
            "provide",
            "providing",
            "project",
            "projects",
            "contractor",
            "contractors",
            "contract",
            "company",
            "solution",
            "solutions",
            "product",
            "products",
            "industry",
            "sector",
            "management",
            "tender",
            "bid",
            "rfq",
            "rfp");

    private static final int SHORTEST_ROOT = 3;

    private Stems() {}

    /** The stems of a phrase's telling words, in order. */
    static Set<String> of(String phrase) {
        Set<String> stems = new LinkedHashSet<>();
        addTo(stems, phrase);
        return stems;
    }

    static void addTo(Collection<String> stems, String text) {
        int length = text.length();
        int start = -1;
        for (int i = 0; i <= length; i++) {
            boolean inWord = i < length && Character.isLetterOrDigit(text.charAt(i));
            if (inWord && start < 0) {
                start = i;
            } else if (!inWord && start >= 0) {
                String stem = telling(text.substring(start, i));
                if (stem != null) {
                    stems.add(stem);
                }
                start = -1;
            }
        }
    }

    /** The stem of a word as written; null if the word says nothing. */
    static @Nullable String telling(String written) {
        String word = written.toLowerCase(Locale.ROOT);
        return word.length() > 1 && !EMPTY_WORDS.contains(word) ? stem(word) : null;
    }

    static String stem(String word) {
        String root = withoutPlural(word);
        if (root.endsWith("ing") && root.length() >= SHORTEST_ROOT + 3) {
            root = undoubled(root.substring(0, root.length() - 3));
        } else if (root.endsWith("tion") && root.length() >= 9) {
            root = root.substring(0, root.length() - 3);
        }
        if (root.endsWith("er") && !root.endsWith("eer") && root.length() >= 7) {
            root = undoubled(root.substring(0, root.length() - 2));
        }
        return root.endsWith("e") && root.length() > SHORTEST_ROOT + 1 ? root.substring(0, root.length() - 1) : root;
    }

    private static String withoutPlural(String word) {
        if (word.length() <= SHORTEST_ROOT
                || !word.endsWith("s")
                || word.endsWith("ss")
                || word.endsWith("us")
                || word.endsWith("is")) {
            return word;
        }
        if (word.endsWith("ies") && word.length() > 4) {
            return word.substring(0, word.length() - 3) + "y";
        }
        if (word.endsWith("ches") || word.endsWith("shes") || word.endsWith("ses") || word.endsWith("xes")) {
            return word.substring(0, word.length() - 2);
        }
        return word.substring(0, word.length() - 1);
    }

    /** {@code fitt} (of "fitting") becomes {@code fit}; {@code drill} stays. */
    private static String undoubled(String root) {
        int last = root.length() - 1;
        char end = root.charAt(last);
        boolean doubled = last > 2 && end == root.charAt(last - 1) && end != 'l' && end != 's' && end != 'e';
        return doubled ? root.substring(0, last) : root;
    }
}
