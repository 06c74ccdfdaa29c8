package io.tenderhub.benchmarks;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.function.Predicate;
import java.util.random.RandomGenerator;
import java.util.regex.MatchResult;

/** The words of texts by how many of these they stand in, and phrases that stand in them. */
final class WordBands {
    /** Of all texts: in one of 25 and more; in one of 100 to 500. */
    private static final double FREQUENT = 0.04;

    private static final double MEDIUM_AT_MOST = 0.01;
    private static final double MEDIUM = 0.002;
    private static final int RAREST = 2;
    private static final int INVENTED = 50_000;
    private final List<String> frequent = new ArrayList<>();
    private final List<String> medium = new ArrayList<>();
    private final List<String> rare = new ArrayList<>();
    private final List<List<String>> sentences = new ArrayList<>();
    private final RandomGenerator random;

    /** @param says whether a word says anything, unlike "the" */
    WordBands(List<String> texts, Predicate<String> says, RandomGenerator random) {
        this.random = random;
        List<String> once = new ArrayList<>();
        for (String text : texts) {
            List<String> words = WordFrequencies.WORD
                    .matcher(text.toLowerCase(Locale.ROOT))
                    .results()
                    .map(MatchResult::group)
                    .toList();
            sentences.add(words);
            once.addAll(new HashSet<>(words));
        }
        WordFrequencies counts = new WordFrequencies(once);
        for (String word : counts.words()) {
            double share = counts.count(word) / (double) texts.size();
            List<String> band = share >= FREQUENT
                    ? frequent
                    : share >= MEDIUM && share < MEDIUM_AT_MOST
                            ? medium
                            : counts.count(word) <= RAREST ? rare : List.of();
            if (band != List.<String>of() && says.test(word)) {
                band.add(word);
            }
        }
    }

    String frequent() {
        return any(frequent);
    }

    String medium() {
        return any(medium);
    }

    /** One that stands in one or two of the texts, or an invented one. */
    String rare() {
        return random.nextBoolean() ? any(rare) : InventedNames.name(random.nextInt(INVENTED));
    }

    /** Words that stand together somewhere. */
    String phrase(int words) {
        while (true) {
            List<String> sentence = sentences.get(random.nextInt(sentences.size()));
            if (sentence.size() > words) {
                int from = random.nextInt(sentence.size() - words);
                List<String> phrase = sentence.subList(from, from + words);
                if (Set.copyOf(frequent).containsAll(phrase) || random.nextInt(8) == 0) {
                    return '"' + String.join(" ", phrase) + '"';
                }
            }
        }
    }

    private String any(List<String> band) {
        return band.get(random.nextInt(band.size()));
    }
}
