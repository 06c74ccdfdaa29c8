package io.tenderhub.document;

import java.util.Arrays;
import java.util.stream.Collectors;

/** Names as strangers give them, made fit to be shown: never a path to write to, nothing that steers a terminal. */
public final class DocumentName {
    private static final int MOST_LETTERS = 120;
    private static final String NAMELESS = "document";

    private DocumentName() {}

    /** The last part of a path, in one line of at most 120 letters; {@code document} where nothing is left. */
    public static String ofFile(String given) {
        String path = ofEntry(given);
        return path.substring(path.lastIndexOf('/') + 1);
    }

    /** A relative path within an archive, with {@code /} between its parts and without {@code .}, {@code ..} and drives. */
    public static String ofEntry(String given) {
        String path = Arrays.stream(shown(given).split("[/\\\\]"))
                .map(String::strip)
                .filter(part -> !part.isEmpty() && !part.matches("\\.{1,2}|[A-Za-z]:"))
                .collect(Collectors.joining("/"));
        if (path.isEmpty()) {
            return NAMELESS;
        }
        int begin = Math.max(0, path.length() - MOST_LETTERS);
        boolean inTwo = begin > 0 && Character.isLowSurrogate(path.charAt(begin));
        return path.substring(inTwo ? begin + 1 : begin);
    }

    /** Without control and format characters, halves of characters and line ends. */
    private static String shown(String given) {
        return given.replaceAll("[\\p{Cc}\\p{Cf}\\p{Cs}\\u2028\\u2029]", "");
    }
}
