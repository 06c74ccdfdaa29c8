package io.tenderhub.semantic;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * A query that finds tenders in which one word is missing, whichever: all words of a question seldom stand together in a tender that
 * answers it. Any one word being enough would find too much, above all of what is common.
 */
final class RelaxedText {
    private static final Pattern OPERATORS = Pattern.compile("\"|(?:^|\\s)-|(?i:\\bor\\b)");
    private static final Pattern WORD = Pattern.compile("[\\p{L}\\d]+(?:['’-][\\p{L}\\d]+)*");
    /** Words that tell nothing of what is looked for. */
    private static final Set<String> EMPTY = Set.of(
            "a", "an", "and", "any", "are", "at", "be", "by", "for", "from", "in", "is", "it", "near", "of", "on", "or",
            "that", "the", "to", "tender", "tenders", "bid", "bids", "want", "we", "i", "with", "within", "which",
            "who", "what", "where", "not");

    /** Of two, one alone would say too little. */
    private static final int FEWEST_WORDS = 3;

    private static final int MOST_WORDS = 8;

    private RelaxedText() {}

    /** Empty where the query says itself what must stand there, or has one or two words alone. */
    static Optional<String> of(String text) {
        if (OPERATORS.matcher(text).find()) {
            return Optional.empty();
        }
        List<String> words = WORD.matcher(text.toLowerCase(Locale.ROOT))
                .results()
                .map(match -> match.group())
                .filter(word -> !EMPTY.contains(word))
                .distinct()
                .limit(MOST_WORDS)
                .toList();
        return words.size() < FEWEST_WORDS
                ? Optional.empty()
                : Optional.of(IntStream.range(0, words.size())
                        .mapToObj(left -> without(left, words))
                        .collect(Collectors.joining(" or ")));
    }

    private static String without(int left, List<String> words) {
        List<String> others = new ArrayList<>(words);
        others.remove(left);
        return String.join(" ", others);
    }

    /** What is left for the model: operators mean nothing to it, and what must not stand there would attract it. */
    static String withoutOperators(String text) {
        return Arrays.stream(text.replaceAll("(^|\\s)-(\"[^\"]*\"?|\\S+)", " ")
                        .replace('"', ' ')
                        .split("\\s+"))
                .filter(word -> !word.equalsIgnoreCase("or"))
                .collect(Collectors.joining(" "))
                .strip();
    }
}
