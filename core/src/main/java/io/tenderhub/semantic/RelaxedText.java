package io.tenderhub.semantic;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * A query that finds tenders in which one word is missing, or more where it has many: all words of a question seldom stand together in a
 * tender that answers it.
 */
final class RelaxedText {
    private static final Pattern OPERATORS = Pattern.compile("\"|(?:^|\\s)-|(?i:\\bor\\b)");
    private static final Pattern WORD = Pattern.compile("[\\p{L}\\d]+(?:['’-][\\p{L}\\d]+)*");
    /** Words that tell nothing of what is looked for. */
    private static final Set<String> EMPTY = Set.of(
            "a", "an", "and", "any", "are", "at", "be", "by", "for", "from", "in", "is", "it", "near", "of", "on", "or",
            "that", "the", "to", "tender", "tenders", "bid", "bids", "want", "we", "i", "with", "within", "which",
            "who", "what", "where", "not");

    private static final int MOST_WORDS = 12;

    private RelaxedText() {}

    /** Empty where the query says itself what must stand there, or has one word alone. */
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
        return words.size() < 2 ? Optional.empty() : Optional.of(String.join(" or ", words));
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
