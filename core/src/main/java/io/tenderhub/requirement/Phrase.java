package io.tenderhub.requirement;

import java.util.ArrayList;
import java.util.List;

/**
 * Words to be found in a text, in either case of ASCII letters. They are written so:
 * {@code road(s)} is {@code road} and {@code roads}; {@code |bus|} is a word of its own, {@code bus} also stands in
 * {@code busy}; {@code renovat*6} goes on with up to six letters, digits or {@code _}; {@code ~} is any one blank or
 * line break, while a blank is just that.
 *
 * @param words in small letters, without anything in brackets and without {@code |}
 * @param number what of its meaning is meant, where there is more than one
 * @param more how many letters, digits or {@code _} may follow
 */
record Phrase(Meaning meaning, int number, String words, int more, boolean startsWord, boolean endsWord) {
    static final char ANY_BLANK = '~';

    static List<Phrase> of(Meaning meaning, int number, String written) {
        boolean startsWord = written.startsWith("|");
        boolean endsWord = written.endsWith("|");
        List<Phrase> phrases = new ArrayList<>();
        for (String words : spelledOut(written.substring(startsWord ? 1 : 0, written.length() - (endsWord ? 1 : 0)))) {
            int star = words.indexOf('*');
            phrases.add(new Phrase(
                    meaning,
                    number,
                    star < 0 ? words : words.substring(0, star),
                    star < 0 ? 0 : words.charAt(star + 1) - '0',
                    startsWord,
                    endsWord));
        }
        return phrases;
    }

    /** With and without what stands in brackets. */
    private static List<String> spelledOut(String written) {
        int open = written.indexOf('(');
        if (open < 0) {
            return List.of(written);
        }
        int close = written.indexOf(')', open);
        List<String> all = new ArrayList<>();
        for (String rest : spelledOut(written.substring(close + 1))) {
            all.add(written.substring(0, open) + written.substring(open + 1, close) + rest);
            all.add(written.substring(0, open) + rest);
        }
        return all;
    }

    /** Where the phrase ends whose words were found from {@code start} to {@code behind}, or -1 if it does not hold there. */
    int endIn(String text, int start, int behind) {
        int end = behind;
        for (int i = 0; i < more && Signs.isAsciiWord(text, end); i++) {
            end++;
        }
        return startsWord && Signs.wordBefore(text, start) || endsWord && Signs.wordAt(text, end) ? -1 : end;
    }
}
