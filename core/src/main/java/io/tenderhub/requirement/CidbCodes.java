package io.tenderhub.requirement;

import io.tenderhub.cidb.CidbClass;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Reads codes of classes of works from the letters of a text: {@code CE}, {@code EPME}, {@code CEPE}. */
final class CidbCodes {
    private static final int LETTERS = 26;
    private static final @Nullable CidbClass[] BY_LETTERS = byLetters();

    private CidbCodes() {}

    /** How many codes the word from {@code start} to {@code end} consists of, PE at its end aside; 0 if of anything else. */
    static int classesIn(String text, int start, int end) {
        if ((end - start) % 2 != 0) {
            return 0;
        }
        int at = start;
        while (at < end && at(text, at) != null) {
            at += 2;
        }
        boolean whole = at == end || at == end - 2 && isPe(text, at);
        return whole ? (at - start) / 2 : 0;
    }

    static List<CidbClass> classes(String text, int start, int codes) {
        List<CidbClass> classes = new ArrayList<>(codes);
        for (int i = 0; i < codes; i++) {
            CidbClass cidbClass = at(text, start + 2 * i);
            if (cidbClass != null) {
                classes.add(cidbClass);
            }
        }
        return classes;
    }

    static boolean isPe(String text, int at) {
        return at + 1 < text.length()
                && letter(text.charAt(at)) == 'p' - 'a'
                && letter(text.charAt(at + 1)) == 'e' - 'a';
    }

    private static @Nullable CidbClass at(String text, int at) {
        int first = letter(text.charAt(at));
        int second = letter(text.charAt(at + 1));
        return first < 0 || second < 0 ? null : BY_LETTERS[first * LETTERS + second];
    }

    /** 0 to 25, or -1; of other letters, these two have a capital in ASCII. */
    private static int letter(char c) {
        int small = c | 0x20;
        if (small >= 'a' && small <= 'z') {
            return small - 'a';
        }
        return c == 'ſ' ? 's' - 'a' : c == 'ı' ? 'i' - 'a' : -1;
    }

    private static @Nullable CidbClass[] byLetters() {
        @Nullable CidbClass[] classes = new CidbClass[LETTERS * LETTERS];
        for (CidbClass cidbClass : CidbClass.values()) {
            classes[
                    letter(cidbClass.name().charAt(0)) * LETTERS
                            + letter(cidbClass.name().charAt(1))] = cidbClass;
        }
        return classes;
    }
}
