package io.tenderhub.readiness;

import java.util.Collection;
import java.util.HashMap;
import java.util.Map;

/**
 * The stems that companies look for, numbered, and a quick way to see which of them a text has: most words are passed over by their
 * first three letters, and a word that was seen lately is not stemmed again. For any number of threads.
 */
final class KnownStems {
    private static final int LETTERS = 3;
    private static final int ASCII = 128;
    private static final int WORDS = 4096;
    private static final int LONGEST_WORD = 40;
    private static final int NOT_KNOWN = -1;
    /** Lower-case letters and digits of ASCII; 0 for what is in no word. */
    private static final byte[] IN_WORD = inWord();

    private final Map<String, Integer> numbers = new HashMap<>();
    /** One bit for each hash of three letters with which a word of a known stem may begin. */
    private final long[] beginnings = new long[1024];

    private final KeptEntries<Word> words = new KeptEntries<>(WORDS);

    KnownStems(Collection<Capabilities> companies) {
        for (Capabilities company : companies) {
            for (Capabilities.Offer offer : company.offers()) {
                offer.stems().forEach(this::add);
            }
        }
    }

    /** The stems that are known of some texts. */
    static final class Found {
        private final long[] bits;

        private Found(int stems) {
            this.bits = new long[(stems >> 6) + 1];
        }

        boolean has(int number) {
            return (bits[number >> 6] & 1L << number) != 0;
        }

        private void add(int number) {
            bits[number >> 6] |= 1L << number;
        }
    }

    Found nothing() {
        return new Found(numbers.size());
    }

    /** The number of a stem that one of the companies looks for. */
    int number(String stem) {
        return numbers.getOrDefault(stem, NOT_KNOWN);
    }

    /** Adds the known stems of a text, the same that {@link Stems#addTo} finds. */
    void find(String text, Found found) {
        char[] letters = text.toCharArray();
        int i = 0;
        while (i < letters.length) {
            int hash = 0;
            int start = i;
            char c = letters[i++];
            while (isInWord(c)) {
                hash = 31 * hash + c;
                if (i == letters.length) {
                    i++;
                    break;
                }
                c = letters[i++];
            }
            int end = i - 1;
            if (end > start && mayBegin(letters, start, end)) {
                int number = numberOf(text, start, end, hash);
                if (number != NOT_KNOWN) {
                    found.add(number);
                }
            }
        }
    }

    private int numberOf(String text, int start, int end, int hash) {
        int place = hash ^ hash >>> 15;
        Word seen = words.get(place);
        if (seen != null && seen.text.length() == end - start && text.startsWith(seen.text, start)) {
            return seen.number;
        }
        String word = text.substring(start, end);
        String stem = Stems.telling(word);
        int number = stem == null ? NOT_KNOWN : number(stem);
        if (word.length() <= LONGEST_WORD) {
            words.set(place, new Word(word, number));
        }
        return number;
    }

    private void add(String stem) {
        if (numbers.putIfAbsent(stem, numbers.size()) != null) {
            return;
        }
        if (stem.length() < LETTERS) {
            // Only "uses" and its like have so short a stem; whatever letter comes third, they begin with it.
            for (char third = 0; third < ASCII; third++) {
                begin(stem.charAt(0), stem.charAt(stem.length() - 1), third);
            }
            return;
        }
        begin(stem.charAt(0), stem.charAt(1), stem.charAt(2));
        if (stem.charAt(2) == 'y') {
            // Of "flies" the third letter is not that of "fly"; all other endings come after it.
            begin(stem.charAt(0), stem.charAt(1), 'i');
        }
    }

    private void begin(int first, int second, int third) {
        int hash = hash(first, second, third);
        beginnings[hash >> 6] |= 1L << hash;
    }

    /** False only if no known stem comes of a word that begins like this. */
    private boolean mayBegin(char[] letters, int start, int end) {
        char first = letters[start];
        char second = end - start > 1 ? letters[start + 1] : 0;
        char third = end - start > 2 ? letters[start + 2] : 0;
        if ((first | second | third) >= ASCII) {
            return true;
        }
        int hash = hash(IN_WORD[first], IN_WORD[second], IN_WORD[third]);
        return end - start > 1 && (beginnings[hash >> 6] & 1L << hash) != 0;
    }

    private static int hash(int first, int second, int third) {
        return (first * 1369 + second * 37 + third) & 0xFFFF;
    }

    private static boolean isInWord(char c) {
        return c < ASCII ? IN_WORD[c] != 0 : Character.isLetterOrDigit(c);
    }

    private static byte[] inWord() {
        byte[] table = new byte[ASCII];
        for (char c = 0; c < ASCII; c++) {
            table[c] = Character.isLetterOrDigit(c) ? (byte) Character.toLowerCase(c) : 0;
        }
        return table;
    }

    private record Word(String text, int number) {}
}
