package io.tenderhub.benchmarks;

import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Function;
import java.util.random.RandomGenerator;
import java.util.stream.Collectors;

/**
 * New texts from real ones: phrases of the same category in another mixture, and in them some words exchanged. A word is
 * exchanged for one drawn as often as it stands in the real texts, so that frequent words stay frequent and seldom ones
 * seldom; many of the seldomest give way to invented names, so that with more texts there are ever more words.
 */
final class VariedText {
    private static final int ENOUGH = 8;
    private static final int RARE = 3;
    private static final double RARE_EXCHANGED = 0.7;
    private static final double EXCHANGED = 0.1;
    private final WordFrequencies words;
    private final Phrases all;
    private final Map<String, Phrases> byCategory = new HashMap<>();

    /** @param texts with their categories */
    <T> VariedText(Collection<T> texts, Function<? super T, String> category, Function<? super T, String> text) {
        List<String> whole = texts.stream().map(text::apply).toList();
        words = new WordFrequencies(whole);
        all = new Phrases(whole);
        texts.stream()
                .collect(Collectors.groupingBy(
                        it -> category.apply(it), Collectors.mapping(it -> text.apply(it), Collectors.toList())))
                .forEach((name, members) -> byCategory.put(name, members.size() < ENOUGH ? all : new Phrases(members)));
    }

    String like(String category, String text, RandomGenerator random) {
        return exchanged(byCategory.getOrDefault(category, all).like(text, random), random);
    }

    private String exchanged(String text, RandomGenerator random) {
        return WordFrequencies.WORD.matcher(text).replaceAll(match -> {
            String word = match.group();
            boolean rare = words.count(word) <= RARE && word.length() > RARE;
            if (rare && random.nextDouble() < RARE_EXCHANGED) {
                return asWritten(word, InventedNames.draw(random));
            }
            return random.nextDouble() < EXCHANGED ? asWritten(word, words.draw(random)) : word;
        });
    }

    private static String asWritten(String before, String after) {
        if (before.length() > 1 && before.equals(before.toUpperCase(Locale.ROOT))) {
            return after.toUpperCase(Locale.ROOT);
        }
        return Character.isUpperCase(before.charAt(0))
                ? after.substring(0, 1).toUpperCase(Locale.ROOT) + after.substring(1)
                : after;
    }
}
