package io.tenderhub.search;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** Which words of a text were probably typed wrong, and the text as it was probably meant. */
final class Spelling {
    /** So many words are looked up for one text, so that a long one costs no more. */
    static final int MOST_WORDS = 6;

    private static final int SHORTEST = 3;
    private static final int LONGEST = 40;
    private static final String OR = "or";
    /** What is not wanted, as a whole; or a word. */
    private static final Pattern PARTS = Pattern.compile(
            "(?<unwanted>(?<!\\S)-(?:\"[^\"]*\"?|\\S*))|(?<word>(?<![\\p{L}\\p{M}\\p{N}])[\\p{L}\\p{M}]++(?!\\p{N}))");

    private final Vocabulary vocabulary;
    private final Predicate<String> isRare;

    /** @param isRare whether a word finds next to nothing */
    Spelling(Vocabulary vocabulary, Predicate<String> isRare) {
        this.vocabulary = vocabulary;
        this.isRare = isRare;
    }

    /** For each word that hardly occurs the most similar one that does. */
    List<Correction> corrections(String text) {
        List<Correction> corrections = new ArrayList<>();
        for (String word : words(text)) {
            if (isRare.test(word)) {
                vocabulary.similar(word, 1).stream()
                        .map(similar -> new Correction(word, similar))
                        .forEach(corrections::add);
            }
        }
        return List.copyOf(corrections);
    }

    private static Set<String> words(String text) {
        return PARTS.matcher(text)
                .results()
                .map(part -> part.group(2))
                .filter(word -> word != null)
                .map(Spelling::folded)
                .filter(word -> word.length() >= SHORTEST && word.length() <= LONGEST)
                .limit(MOST_WORDS)
                .collect(Collectors.toCollection(LinkedHashSet::new));
    }

    /** The text with what was meant in place of what was typed; everything else, also quotes and {@code -}, stays. */
    static Optional<String> corrected(String text, List<Correction> corrections) {
        Map<String, String> meant = corrections.stream()
                .collect(Collectors.toMap(Correction::typed, Correction::meant, (one, other) -> one));
        Matcher parts = PARTS.matcher(text);
        String corrected = parts.replaceAll(part -> {
            String word = part.group(2);
            return Matcher.quoteReplacement(word == null ? part.group() : meant.getOrDefault(folded(word), word));
        });
        return Optional.of(corrected).filter(other -> !other.equals(text));
    }

    private static String folded(String word) {
        String folded = FoldedText.fold(word).toLowerCase(Locale.ROOT);
        return folded.equals(OR) ? "" : folded;
    }
}
