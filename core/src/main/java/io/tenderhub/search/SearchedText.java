package io.tenderhub.search;

import static java.util.Objects.requireNonNull;

/**
 * A text that was searched.
 *
 * @param text as {@link LoggedSearch#text}
 * @param searches how often, 1 or more
 * @param clicked after how many of them a result was looked at
 */
public record SearchedText(String text, long searches, long clicked) {
    public SearchedText {
        requireNonNull(text);
    }
}
