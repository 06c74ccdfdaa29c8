package io.tenderhub.requirement.plain;

import io.tenderhub.cidb.CidbClass;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** A word, a number or a sign of a text, with what it may mean in a grading. */
record CidbToken(Kind kind, int start, int end, String lower, boolean upperCase, int number, List<CidbClass> classes) {
    enum Kind {
        NUMBER,
        CLASSES,
        /** A run of classes that ends in PE, such as {@code CEPE}. */
        CLASSES_PE,
        PE,
        WORD,
        SIGN
    }

    private static final Map<String, CidbClass> CODES = codes();
    private static final List<String> NUMBER_WORDS =
            List.of("zero", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine");

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
                tokens.add(number(text, start, i));
            } else if (Character.isLetter(c)) {
                while (i < text.length() && Character.isLetter(text.charAt(i))) {
                    i++;
                }
                tokens.add(word(text, start, i));
            } else if (!Character.isWhitespace(c) && !Character.isSpaceChar(c)) {
                tokens.add(new CidbToken(Kind.SIGN, start, i, String.valueOf(c), false, 0, List.of()));
            }
        }
        return tokens;
    }

    boolean is(String word) {
        return lower.equals(word);
    }

    boolean isGrade() {
        return kind == Kind.NUMBER && number >= 1 && number <= 9;
    }

    boolean hasClasses() {
        return kind == Kind.CLASSES || kind == Kind.CLASSES_PE;
    }

    /** The value of {@code three}, or 0. */
    int numberWord() {
        return Math.max(0, NUMBER_WORDS.indexOf(lower));
    }

    private static CidbToken number(String text, int start, int end) {
        boolean grade = end - start == 1 || end - start == 2 && text.charAt(start) == '0';
        int number = grade ? text.charAt(end - 1) - '0' : 0;
        return new CidbToken(Kind.NUMBER, start, end, "", false, number, List.of());
    }

    private static CidbToken word(String text, int start, int end) {
        if (end - start > 24) {
            return new CidbToken(Kind.WORD, start, end, "", false, 0, List.of());
        }
        String word = text.substring(start, end);
        String upper = word.toUpperCase(Locale.ROOT);
        boolean upperCase = upper.equals(word);
        String lower = word.toLowerCase(Locale.ROOT);
        if (upper.equals("PE")) {
            return new CidbToken(Kind.PE, start, end, lower, upperCase, 0, List.of());
        }
        List<CidbClass> classes = new ArrayList<>();
        boolean pe = false;
        for (int i = 0; i < upper.length(); i += 2) {
            String code = upper.substring(i, Math.min(i + 2, upper.length()));
            CidbClass found = CODES.get(code);
            if (found != null && !pe) {
                classes.add(found);
            } else if (code.equals("PE") && i > 0 && !pe) {
                pe = true;
            } else {
                return new CidbToken(Kind.WORD, start, end, lower, upperCase, 0, List.of());
            }
        }
        return new CidbToken(
                pe ? Kind.CLASSES_PE : Kind.CLASSES, start, end, lower, upperCase, 0, List.copyOf(classes));
    }

    private static boolean isDigit(char c) {
        return c >= '0' && c <= '9';
    }

    private static Map<String, CidbClass> codes() {
        Map<String, CidbClass> codes = new HashMap<>();
        for (CidbClass cidbClass : CidbClass.values()) {
            codes.put(cidbClass.name(), cidbClass);
        }
        return Map.copyOf(codes);
    }
}
