package io.tenderhub.benchmarks;

import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.random.RandomGenerator;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;

/** The words of texts, and how often each one stands there. */
final class WordFrequencies {
    static final Pattern WORD = Pattern.compile("\\p{L}[\\p{L}'’]*");
    private final Map<String, Integer> counts = new TreeMap<>();
    private final String[] words;
    private final long[] upTo;

    WordFrequencies(Collection<String> texts) {
        for (String text : texts) {
            WORD.matcher(text)
                    .results()
                    .map(MatchResult::group)
                    .forEach(word -> counts.merge(key(word), 1, Integer::sum));
        }
        words = counts.keySet().toArray(String[]::new);
        upTo = new long[words.length];
        long sum = 0;
        for (int i = 0; i < words.length; i++) {
            sum += counts.get(words[i]);
            upTo[i] = sum;
        }
    }

    int count(String word) {
        return counts.getOrDefault(key(word), 0);
    }

    /** A word, each as often as it stands in the texts. */
    String draw(RandomGenerator random) {
        int found = Arrays.binarySearch(upTo, random.nextLong(upTo[upTo.length - 1]) + 1);
        return words[found >= 0 ? found : -found - 1];
    }

    List<String> words() {
        return List.of(words);
    }

    private static String key(String word) {
        return word.toLowerCase(Locale.ROOT);
    }
}
