package io.tenderhub.summary;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * Takes the telling sentences of a text as they stand. A sentence tells much if it is like many others (its degree in the
 * graph that TextRank walks), like the heading, and early; one that is like a sentence already taken counts less (maximal
 * marginal relevance: Carbonell and Goldstein, 1998). The same text always gives the same answer. Thread-safe.
 */
public final class ExtractiveSummarizer implements Summarizer {
    public static final String MODEL = "extractive-1";

    private static final int MOST_WORDS = 120;
    private static final int MOST_POINTS = 7;
    private static final int MOST_WORDS_OF_A_POINT = 30;
    /** Comparing every sentence with every other is for the likeliest ones of a long text. */
    private static final int MOST_COMPARED = 200;

    /** What comes after is not looked at: it is no tender any more, and texts come from strangers. */
    private static final int MOST_LETTERS = 1_000_000;

    private static final double TOO_ALIKE = 0.8;

    @Override
    public Digest summarize(String heading, String text) {
        List<RankedSentence> sentences = telling(distinct(Sentences.of(beginning(text.isBlank() ? heading : text))));
        List<RankedSentence> ranked = rank(candidates(sentences), RankedSentence.terms(heading));
        return new Digest(text(ranked), keyPoints(ranked), MODEL);
    }

    /** Ends between words, for half a number would be another one. */
    private static String beginning(String text) {
        if (text.length() <= MOST_LETTERS) {
            return text;
        }
        int end = MOST_LETTERS;
        while (end > 0 && !Character.isWhitespace(text.charAt(end))) {
            end--;
        }
        return text.substring(0, end);
    }

    private static List<RankedSentence> distinct(List<String> texts) {
        Set<Set<String>> seen = new HashSet<>();
        return IntStream.range(0, texts.size())
                .mapToObj(i -> RankedSentence.of(i, texts.get(i)))
                .filter(sentence -> sentence.terms().isEmpty() || seen.add(sentence.terms()))
                .toList();
    }

    /** Leaves out single words and the like, unless there is nothing else. */
    private static List<RankedSentence> telling(List<RankedSentence> all) {
        List<RankedSentence> telling =
                all.stream().filter(sentence -> sentence.terms().size() > 1).toList();
        return telling.isEmpty() ? all : telling;
    }

    /** The sentences of the most frequent words, where there are very many. */
    private static List<RankedSentence> candidates(List<RankedSentence> all) {
        if (all.size() <= MOST_COMPARED) {
            return all;
        }
        Map<String, Integer> frequency = new HashMap<>();
        all.forEach(sentence -> sentence.terms().forEach(term -> frequency.merge(term, 1, Integer::sum)));
        Map<Integer, Double> worth = new HashMap<>();
        all.forEach(sentence -> worth.put(
                sentence.position(),
                sentence.terms().stream()
                        .mapToInt(term -> frequency.getOrDefault(term, 0))
                        .average()
                        .orElse(0)));
        return all.stream()
                .sorted(Comparator.comparingDouble((RankedSentence s) -> -worth.getOrDefault(s.position(), 0.0))
                        .thenComparing(RankedSentence::position))
                .limit(MOST_COMPARED)
                .sorted(Comparator.comparing(RankedSentence::position))
                .toList();
    }

    /** The best first; each next one is the best that says something else than those before it. */
    private static List<RankedSentence> rank(List<RankedSentence> sentences, Set<String> heading) {
        double[] worth = new double[sentences.size()];
        for (int i = 0; i < worth.length; i++) {
            RankedSentence one = sentences.get(i);
            double degree = sentences.stream()
                    .mapToDouble(other -> other == one ? 0 : one.likeness(other.terms()))
                    .sum();
            worth[i] = degree / Math.max(1, worth.length - 1) + 0.5 * one.likeness(heading) + 0.3 / (1 + i);
        }
        double[] likest = new double[worth.length];
        List<Integer> left = IntStream.range(0, worth.length).boxed().collect(Collectors.toCollection(ArrayList::new));
        List<RankedSentence> ranked = new ArrayList<>();
        while (!left.isEmpty()) {
            Integer best = left.stream()
                    .max(Comparator.<Integer>comparingDouble(i -> 0.7 * worth[i] - 0.3 * likest[i])
                            .thenComparing(Comparator.reverseOrder()))
                    .orElseThrow();
            left.remove(best);
            RankedSentence taken = sentences.get(best);
            if (likest[best] < TOO_ALIKE) {
                ranked.add(taken);
                left.forEach(
                        i -> likest[i] = Math.max(likest[i], sentences.get(i).likeness(taken.terms())));
            }
        }
        return ranked;
    }

    private static String text(List<RankedSentence> ranked) {
        List<RankedSentence> taken = new ArrayList<>();
        int words = 0;
        for (RankedSentence sentence : ranked) {
            int length = Sentences.words(sentence.text()).size();
            if (words + length <= MOST_WORDS) {
                taken.add(sentence);
                words += length;
            }
        }
        if (taken.isEmpty()) {
            return ranked.stream()
                    .map(sentence -> Sentences.cut(sentence.text(), MOST_WORDS))
                    .filter(cut -> !cut.isEmpty())
                    .findFirst()
                    .orElse("");
        }
        return taken.stream()
                .sorted(Comparator.comparing(RankedSentence::position))
                .map(sentence -> ended(sentence.text()))
                .collect(Collectors.joining(" "));
    }

    private static List<String> keyPoints(List<RankedSentence> ranked) {
        return ranked.stream()
                .limit(MOST_POINTS)
                .sorted(Comparator.comparing(RankedSentence::position))
                .map(sentence -> Sentences.cut(sentence.text(), MOST_WORDS_OF_A_POINT))
                .filter(point -> !point.isEmpty())
                .toList();
    }

    private static String ended(String sentence) {
        return Character.isLetterOrDigit(sentence.codePointBefore(sentence.length())) ? sentence + "." : sentence;
    }
}
