package io.tenderhub.search;

import java.text.Normalizer;
import java.util.Arrays;
import java.util.regex.Pattern;

/**
 * A text without its accents, as it is searched, and where each of its characters stands in the text as published.
 */
public final class FoldedText {
    private static final Pattern MARKS = Pattern.compile("\\p{M}+");

    private final String folded;
    /** For each character of the folded text the beginning of its own in the original, and behind them the original's end. */
    private final int[] origins;

    private FoldedText(String folded, int[] origins) {
        this.folded = folded;
        this.origins = origins;
    }

    /** Without accents and without the character that stores can't hold. */
    public static String fold(String text) {
        return isPlain(text)
                ? text
                : MARKS.matcher(Normalizer.normalize(text, Normalizer.Form.NFD))
                        .replaceAll("")
                        .replace('\0', ' ');
    }

    /** The same with its origins. */
    public static FoldedText of(String text) {
        StringBuilder folded = new StringBuilder(text.length());
        int[] origins = new int[text.length() * 4 + 1];
        int at = 0;
        while (at < text.length()) {
            int end = at + Character.charCount(text.codePointAt(at));
            String piece = fold(text.substring(at, end));
            if (folded.length() + piece.length() >= origins.length) {
                origins = Arrays.copyOf(origins, origins.length * 2 + piece.length());
            }
            for (int i = 0; i < piece.length(); i++) {
                origins[folded.length() + i] = at;
            }
            folded.append(piece);
            at = end;
        }
        origins[folded.length()] = text.length();
        return new FoldedText(folded.toString(), Arrays.copyOf(origins, folded.length() + 1));
    }

    public String folded() {
        return folded;
    }

    /**
     * Where what stands at a place of the folded text begins in the original.
     *
     * @param at 0 to the length of the folded text, which leads to the original's end
     */
    public int origin(int at) {
        return origins[at];
    }

    private static boolean isPlain(String text) {
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c == 0 || c >= 0x80) {
                return false;
            }
        }
        return true;
    }
}
