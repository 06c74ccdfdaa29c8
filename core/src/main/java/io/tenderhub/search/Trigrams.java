package io.tenderhub.search;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * The sequences of three letters in a word, with two blanks before it and one behind, so that its beginning weighs most; words that
 * share many are spelt alike.
 */
public final class Trigrams {
    /** Of words less alike than this one is hardly meant for the other. */
    public static final double ALIKE = 0.25;

    private static final int LETTERS = 3;
    /** From so many on, one slip leaves three in a row that both words share. */
    private static final int LONG = 9;

    private final List<String> sequence = new ArrayList<>();

    private Trigrams(String word) {
        int[] points = ("  " + word + " ").codePoints().toArray();
        for (int i = 0; i + LETTERS <= points.length; i++) {
            sequence.add(new String(points, i, LETTERS));
        }
    }

    public static Trigrams of(String word) {
        return new Trigrams(word);
    }

    /** Each once, in the order of the word. */
    public List<String> distinct() {
        return sequence.stream().distinct().toList();
    }

    /** Some in a row: a word that is spelt alike has all of at least one of these. */
    public List<List<String>> runs() {
        int length = Math.min(sequence.size(), sequence.size() >= LONG ? 3 : 2);
        List<List<String>> runs = new ArrayList<>();
        for (int i = 0; i + length <= sequence.size(); i++) {
            runs.add(List.copyOf(sequence.subList(i, i + length)));
        }
        return runs;
    }

    /** What both have of what either has, 0 to 1. */
    public double similarity(Trigrams other) {
        Set<String> mine = new HashSet<>(sequence);
        Set<String> theirs = new HashSet<>(other.sequence);
        Set<String> both = new HashSet<>(mine);
        both.retainAll(theirs);
        return (double) both.size() / (mine.size() + theirs.size() - both.size());
    }

    /** The most alike first, of equally similar ones in the order of their letters; only such as are {@link #ALIKE}. */
    public static List<Alike> alike(String word, Iterable<String> others) {
        Trigrams wanted = of(word);
        List<Alike> alike = new ArrayList<>();
        for (String other : others) {
            double similarity = wanted.similarity(of(other));
            if (similarity >= ALIKE && !other.equals(word)) {
                alike.add(new Alike(other, similarity));
            }
        }
        alike.sort(Comparator.comparingDouble(Alike::similarity).reversed().thenComparing(Alike::word));
        return alike;
    }

    /**
     * @param similarity to the word that was asked for, {@link #ALIKE} to 1
     */
    public record Alike(String word, double similarity) {}
}
