package io.tenderhub.requirement;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Predicate;

/**
 * Finds all phrases in a text in one pass. Every sign is looked at once, as one of 32 kinds (a letter, some groups of
 * others); three kinds in a row tell whether a phrase may begin there, and only then is it compared. Time is linear in
 * the text: at a place only the few phrases with the same first three signs are compared, all at once.
 */
final class Lexicon {
    /** Is told of phrases in the order in which they begin; of those at one place in any order. */
    interface Listener {
        void found(Phrase phrase, int start, int end);
    }

    private static final int KINDS = 32;
    private static final int OTHER = 0;
    private static final int BLANK = 31;
    private static final byte[] KIND = new byte[128];
    /** By kind: all bits but for letters, after which no word begins. */
    private static final int[] BEFORE_WORD = new int[KINDS];

    static {
        for (char c = 0; c < KIND.length; c++) {
            KIND[c] = (byte) kindOfAscii(c);
        }
        for (int kind = 0; kind < KINDS; kind++) {
            BEFORE_WORD[kind] = kind >= 1 && kind <= 26 ? 0 : -1;
        }
    }

    /** By two kinds: a bit for each third kind with which a phrase begins, anywhere or only where a word does. */
    private final int[] anywhere = new int[KINDS * KINDS];

    private final int[] atWord = new int[KINDS * KINDS];
    private final short[] row = new short[KINDS * KINDS];
    private final PhraseTree[] trees;

    Lexicon(List<Phrase> all) {
        Map<Integer, PhraseTree> byStart = new TreeMap<>();
        int rows = 0;
        for (Phrase phrase : all) {
            boolean word = phrase.startsWord() || phrase.meaning() == Meaning.CIDB_CLASS;
            for (int start : starts(phrase)) {
                int pair = start / KINDS;
                (word ? atWord : anywhere)[pair] |= 1 << start % KINDS;
                row[pair] = row[pair] == 0 ? (short) ++rows : row[pair];
                byStart.computeIfAbsent(start, ignored -> new PhraseTree()).add(phrase);
            }
        }
        trees = new PhraseTree[(rows + 1) * KINDS];
        byStart.forEach((start, tree) -> trees[row[start / KINDS] * KINDS + start % KINDS] = tree);
    }

    static Lexicon of(List<Phrase> all, Predicate<Meaning> wanted) {
        return new Lexicon(
                all.stream().filter(phrase -> wanted.test(phrase.meaning())).toList());
    }

    void read(String text, Listener listener) {
        int length = text.length();
        int before = OTHER;
        int pair = OTHER;
        for (int i = 0; i <= length; i++) {
            int kind = OTHER;
            if (i < length) {
                char c = text.charAt(i);
                kind = c < KIND.length ? KIND[c] : kindOfWide(c);
            }
            int follow = anywhere[pair] | atWord[pair] & BEFORE_WORD[before];
            if ((follow >>> kind & 1) != 0) {
                trees[row[pair] * KINDS + kind].compare(text, i - 2, listener);
            }
            before = pair >>> 5;
            pair = (pair << 5 | kind) & KINDS * KINDS - 1;
        }
    }

    /** The first three kinds of a phrase; of a class of works its two letters and whatever may stand behind. */
    private static List<Integer> starts(Phrase phrase) {
        int pair =
                kindOf(phrase.words().charAt(0)) * KINDS + kindOf(phrase.words().charAt(1));
        if (phrase.meaning() != Meaning.CIDB_CLASS) {
            return List.of(pair * KINDS + kindOf(phrase.words().charAt(2)));
        }
        List<Integer> starts = new ArrayList<>();
        for (int third = 0; third < KINDS; third++) {
            if (third < 1 || third > 26 || "gcemsp".indexOf('a' + third - 1) >= 0) {
                starts.add(pair * KINDS + third);
            }
        }
        return starts;
    }

    private static int kindOf(char c) {
        return c == Phrase.ANY_BLANK ? BLANK : KIND[c];
    }

    private static int kindOfAscii(char c) {
        if (Signs.isBlank(c)) {
            return BLANK;
        }
        return switch (c) {
            case '/', ':' -> 30;
            case '8', '9' -> 28;
            case '0' -> 27;
            case '1', '2', '3', '4', '5', '6', '7' -> 29;
            default -> (c | 0x20) >= 'a' && (c | 0x20) <= 'z' ? (c | 0x20) - 'a' + 1 : OTHER;
        };
    }

    /** Two letters are not ASCII, yet become so as capitals, and may be of a class of works. */
    private static int kindOfWide(char c) {
        return c == 'ſ' ? 's' - 'a' + 1 : c == 'ı' ? 'i' - 'a' + 1 : OTHER;
    }
}
