package io.tenderhub.search;

import java.util.Optional;

/**
 * Names one logged search; whoever has it was given the answer.
 *
 * @param value 32 hexadecimal digits, which nobody can guess
 */
public record SearchId(String value) {
    private static final String FORM = "[0-9a-f]{32}";

    public SearchId {
        if (!value.matches(FORM)) {
            throw new IllegalArgumentException("a search is named by 32 hexadecimal digits");
        }
    }

    /** Empty if no search can be named like that. */
    public static Optional<SearchId> of(String text) {
        return text.matches(FORM) ? Optional.of(new SearchId(text)) : Optional.empty();
    }

    @Override
    public String toString() {
        return value;
    }
}
