package io.tenderhub.feeds.published;

/** Texts that every store can hold: no control characters but tab and line breaks, no half of a surrogate pair. */
final class SoundText {
    private static final char REPLACEMENT = '\uFFFD';

    private SoundText() {}

    static boolean isSound(String text) {
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c >= ' ' && c < 0x7f) {
                continue; // nearly all are
            }
            if (isUnwanted(c)) {
                return false;
            }
            if (Character.isSurrogate(c)) {
                if (!startsPair(text, i)) {
                    return false;
                }
                i++;
            }
        }
        return true;
    }

    /** The text without control characters, each unpaired surrogate as U+FFFD; the same text if it is sound. */
    static String of(String text) {
        if (isSound(text)) {
            return text;
        }
        StringBuilder sound = new StringBuilder(text.length());
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (startsPair(text, i)) {
                sound.append(c).append(text.charAt(++i));
            } else if (Character.isSurrogate(c)) {
                sound.append(REPLACEMENT);
            } else if (!isUnwanted(c)) {
                sound.append(c);
            }
        }
        return sound.toString();
    }

    private static boolean startsPair(String text, int i) {
        return Character.isHighSurrogate(text.charAt(i))
                && i + 1 < text.length()
                && Character.isLowSurrogate(text.charAt(i + 1));
    }

    private static boolean isUnwanted(char c) {
        return Character.isISOControl(c) && c != '\t' && c != '\n' && c != '\r';
    }
}
