package io.tenderhub.requirement;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Tries an expression at a place of a text, which it sees as a part of the whole. */
final class Place {
    private Place() {}

    /** A matcher that begins at {@code start}; for {@link Matcher#lookingAt()} or {@link Matcher#find()}, once. */
    static Matcher at(Pattern pattern, String text, int start) {
        return pattern.matcher(text)
                .region(start, text.length())
                .useTransparentBounds(true)
                .useAnchoringBounds(false);
    }
}
