package io.tenderhub.requirement;

/** What the rules ask of single signs: ASCII letters in either case, digits and blanks, word ends as in any script. */
final class Signs {
    private static final int ASCII = 128;
    private static final boolean[] WORD = new boolean[ASCII];

    static {
        for (char c = 0; c < ASCII; c++) {
            WORD[c] = c == '_' || Character.isLetterOrDigit(c);
        }
    }

    private Signs() {}

    static boolean isDigit(String text, int at) {
        return at >= 0 && at < text.length() && text.charAt(at) >= '0' && text.charAt(at) <= '9';
    }

    static boolean isBlank(String text, int at) {
        return at >= 0 && at < text.length() && isBlank(text.charAt(at));
    }

    /** A blank or a line break of ASCII. */
    static boolean isBlank(char c) {
        return c == ' ' || c >= '\t' && c <= '\r';
    }

    /** Whether {@code sign} stands at {@code at}; of a letter, give the small one and either case will do. */
    static boolean is(String text, int at, char sign) {
        if (at < 0 || at >= text.length()) {
            return false;
        }
        char c = text.charAt(at);
        return c == sign || sign >= 'a' && sign <= 'z' && c == sign - 32;
    }

    static boolean isOneOf(String text, int at, String signs) {
        return at >= 0 && at < text.length() && signs.indexOf(text.charAt(at)) >= 0;
    }

    static boolean isAsciiLetter(String text, int at) {
        return at >= 0 && at < text.length() && (text.charAt(at) | 0x20) >= 'a' && (text.charAt(at) | 0x20) <= 'z';
    }

    static boolean isAsciiWord(String text, int at) {
        return at < text.length() && text.charAt(at) < ASCII && WORD[text.charAt(at)];
    }

    /** Whether {@code words}, in small letters, stand at {@code at} in ASCII letters of either case. */
    static boolean startsWith(String text, int at, String words) {
        if (at < 0 || at + words.length() > text.length()) {
            return false;
        }
        for (int i = 0; i < words.length(); i++) {
            if (!is(text, at + i, words.charAt(i))) {
                return false;
            }
        }
        return true;
    }

    static boolean endsWith(String text, int end, String words) {
        return startsWith(text, end - words.length(), words);
    }

    /** Whether a letter, a digit, {@code _} or a mark on a letter stands right before {@code at}. */
    static boolean wordBefore(String text, int at) {
        if (at <= 0) {
            return false;
        }
        char c = text.charAt(at - 1);
        return c < ASCII ? WORD[c] : isWord(text, at - 1, text.codePointBefore(at));
    }

    static boolean wordAt(String text, int at) {
        if (at >= text.length()) {
            return false;
        }
        char c = text.charAt(at);
        return c < ASCII ? WORD[c] : isWord(text, at, text.codePointAt(at));
    }

    private static boolean isWord(String text, int at, int codePoint) {
        return Character.isLetterOrDigit(codePoint)
                || Character.getType(codePoint) == Character.NON_SPACING_MARK && isOnLetter(text, at);
    }

    /** Whether the marks that end at {@code at} stand on a letter or digit. */
    private static boolean isOnLetter(String text, int at) {
        for (int i = at; i >= 0; i--) {
            int codePoint = text.codePointAt(i);
            if (Character.isLetterOrDigit(codePoint)) {
                return true;
            }
            if (Character.getType(codePoint) != Character.NON_SPACING_MARK) {
                return false;
            }
        }
        return false;
    }
}
