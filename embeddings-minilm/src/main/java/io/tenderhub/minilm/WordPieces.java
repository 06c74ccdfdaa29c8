package io.tenderhub.minilm;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.text.Normalizer;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;

/**
 * Cuts a text into the pieces that the model knows: words without accents in lower case, and the parts of those it does not know. By the
 * rules that the model was trained with (BERT, uncased).
 */
final class WordPieces {
    /** More than the model was trained with says less, not more. */
    static final int MOST = 256;

    private static final int LONGEST_WORD = 100;
    private static final String VOCABULARY = "/bert-vocabulary-en.txt";

    private final Map<String, Integer> ids;
    private final int begin;
    private final int end;
    private final int unknown;

    private WordPieces(Map<String, Integer> ids) {
        this.ids = ids;
        this.begin = ids.get("[CLS]");
        this.end = ids.get("[SEP]");
        this.unknown = ids.get("[UNK]");
    }

    /** With the vocabulary of the model. */
    static WordPieces load() {
        try (InputStream in = WordPieces.class.getResourceAsStream(VOCABULARY)) {
            if (in == null) {
                throw new IllegalStateException("the vocabulary is not on the class path: " + VOCABULARY);
            }
            Map<String, Integer> ids = new HashMap<>(40_000);
            BufferedReader lines = new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8));
            for (String line = lines.readLine(); line != null; line = lines.readLine()) {
                ids.put(line, ids.size());
            }
            return new WordPieces(ids);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The pieces' numbers between the marks of beginning and end; of a long text, the first ones. */
    long[] of(String text) {
        Pieces pieces = new Pieces();
        StringBuilder word = new StringBuilder();
        String plain = withoutAccents(text);
        for (int at = 0; at < plain.length() && !pieces.full(); ) {
            int point = plain.codePointAt(at);
            at += Character.charCount(point);
            if (isBlank(point)) {
                pieces.word(word);
            } else if (standsAlone(point)) {
                pieces.word(word);
                pieces.word(word.appendCodePoint(point));
            } else if (!isControl(point)) {
                word.appendCodePoint(Character.toLowerCase(point));
            }
        }
        pieces.word(word);
        return pieces.all();
    }

    private static String withoutAccents(String text) {
        String apart = Normalizer.normalize(text, Normalizer.Form.NFD);
        StringBuilder kept = new StringBuilder(apart.length());
        apart.codePoints()
                .filter(point -> Character.getType(point) != Character.NON_SPACING_MARK)
                .forEach(kept::appendCodePoint);
        return kept.toString();
    }

    private static boolean isBlank(int point) {
        return point == '\t' || point == '\n' || point == '\r' || Character.isSpaceChar(point);
    }

    private static boolean isControl(int point) {
        int type = Character.getType(point);
        return point == 0
                || point == 0xFFFD
                || type == Character.CONTROL
                || type == Character.FORMAT
                || type == Character.SURROGATE
                || type == Character.PRIVATE_USE
                || type == Character.UNASSIGNED;
    }

    /** Punctuation, and the letters of writing that puts no blanks between words. */
    private static boolean standsAlone(int point) {
        return point >= 33 && point <= 47
                || point >= 58 && point <= 64
                || point >= 91 && point <= 96
                || point >= 123 && point <= 126
                || switch (Character.getType(point)) {
                    case Character.CONNECTOR_PUNCTUATION,
                            Character.DASH_PUNCTUATION,
                            Character.START_PUNCTUATION,
                            Character.END_PUNCTUATION,
                            Character.INITIAL_QUOTE_PUNCTUATION,
                            Character.FINAL_QUOTE_PUNCTUATION,
                            Character.OTHER_PUNCTUATION -> true;
                    default -> Character.isIdeographic(point);
                };
    }

    /** The numbers so far. */
    private final class Pieces {
        private final long[] numbers = new long[MOST];
        private int count;

        Pieces() {
            numbers[count++] = begin;
        }

        /** Room for the end is left. */
        boolean full() {
            return count >= MOST - 1;
        }

        /** Adds a word, if it is one, and empties it. */
        void word(StringBuilder word) {
            if (!word.isEmpty()) {
                cut(word.toString());
                word.setLength(0);
            }
        }

        /** The longest piece that is known first, then the longest of what is left. */
        private void cut(String word) {
            int first = count;
            int from = 0;
            while (from < word.length() && !full()) {
                int to = word.length() <= LONGEST_WORD ? word.length() : from;
                while (to > from && !ids.containsKey(piece(word, from, to))) {
                    to--;
                }
                if (to == from) {
                    count = first;
                    numbers[count++] = unknown;
                    return;
                }
                numbers[count++] = ids.get(piece(word, from, to));
                from = to;
            }
        }

        private static String piece(String word, int from, int to) {
            return from == 0 ? word.substring(0, to) : "##" + word.substring(from, to);
        }

        long[] all() {
            numbers[count++] = end;
            return Arrays.copyOf(numbers, count);
        }
    }
}
