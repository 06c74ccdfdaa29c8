package io.tenderhub.requirement;

import io.tenderhub.cidb.CidbClass;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** A word, a number or a sign of a text, with what it may mean in a grading. */
final class CidbToken {
    enum Kind {
        NUMBER,
        CLASSES,
        /** A run of classes that ends in PE, such as {@code CEPE}. */
        CLASSES_PE,
        PE,
        WORD,
        SIGN
    }

    private static final int LONGEST_WORD = 24;
    private static final List<String> NUMBER_WORDS =
            List.of("zero", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine");

    private final String text;
    private final Kind kind;
    private final int start;
    private final int end;
    private final int number;
    private final List<CidbClass> classes;
    /** Null until it is asked for, which it is of few words. */
    private @Nullable String lower;

    private CidbToken(String text, Kind kind, int start, int end, int number, List<CidbClass> classes) {
        this.text = text;
        this.kind = kind;
        this.start = start;
        this.end = end;
        this.number = number;
        this.classes = classes;
    }

    /** The tokens of {@code text} in order; white space is left out. Time is linear in the text. */
    static List<CidbToken> tokens(String text) {
        List<CidbToken> tokens = new ArrayList<>();
        int i = 0;
        while (i < text.length()) {
            char c = text.charAt(i);
            int start = i++;
            if (isDigit(c)) {
                while (i < text.length() && isDigit(text.charAt(i))) {
                    i++;
                }
                tokens.add(new CidbToken(text, Kind.NUMBER, start, i, gradeOf(text, start, i), List.of()));
            } else if (Character.isLetter(c)) {
                while (i < text.length() && Character.isLetter(text.charAt(i))) {
                    i++;
                }
                tokens.add(word(text, start, i));
            } else if (!isSpace(c)) {
                tokens.add(new CidbToken(text, Kind.SIGN, start, i, 0, List.of()));
            }
        }
        return tokens;
    }

    Kind kind() {
        return kind;
    }

    int start() {
        return start;
    }

    int end() {
        return end;
    }

    /** In small letters; empty for a number and for what is too long for any word that is looked for. */
    String lower() {
        String known = lower;
        if (known == null) {
            known = kind == Kind.NUMBER || end - start > LONGEST_WORD
                    ? ""
                    : text.substring(start, end).toLowerCase(Locale.ROOT);
            lower = known;
        }
        return known;
    }

    /** Of classes, whether all are written in capitals. */
    boolean upperCase() {
        for (int i = start; i < end; i++) {
            if (text.charAt(i) > 'Z') {
                return false;
            }
        }
        return true;
    }

    /** The value of a number that may be a grade, else 0. */
    int number() {
        return number;
    }

    List<CidbClass> classes() {
        return classes;
    }

    boolean is(String word) {
        return lower().equals(word);
    }

    boolean isGrade() {
        return number >= 1;
    }

    boolean hasClasses() {
        return kind == Kind.CLASSES || kind == Kind.CLASSES_PE;
    }

    /** The value of {@code three}, or 0. */
    int numberWord() {
        return kind == Kind.WORD ? numberWord(text, start, end) : 0;
    }

    static int numberWord(String text, int start, int end) {
        if (end - start >= 3 && end - start <= 5) {
            for (int i = 1; i < NUMBER_WORDS.size(); i++) {
                if (NUMBER_WORDS.get(i).length() == end - start && Signs.startsWith(text, start, NUMBER_WORDS.get(i))) {
                    return i;
                }
            }
        }
        return 0;
    }

    /** The value of {@code 5} or {@code 05}, or 0. */
    static int gradeOf(String text, int start, int end) {
        boolean grade = end - start == 1 || end - start == 2 && text.charAt(start) == '0';
        return grade ? text.charAt(end - 1) - '0' : 0;
    }

    static boolean isSpace(char c) {
        return Character.isWhitespace(c) || Character.isSpaceChar(c);
    }

    private static CidbToken word(String text, int start, int end) {
        if (CidbCodes.isPe(text, start) && end - start == 2) {
            return new CidbToken(text, Kind.PE, start, end, 0, List.of());
        }
        int codes = end - start > LONGEST_WORD ? 0 : CidbCodes.classesIn(text, start, end);
        if (codes == 0) {
            return new CidbToken(text, Kind.WORD, start, end, 0, List.of());
        }
        Kind kind = start + 2 * codes < end ? Kind.CLASSES_PE : Kind.CLASSES;
        return new CidbToken(text, kind, start, end, 0, CidbCodes.classes(text, start, codes));
    }

    private static boolean isDigit(char c) {
        return c >= '0' && c <= '9';
    }
}
