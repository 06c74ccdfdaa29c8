package io.tenderhub.readiness;

import static java.util.Objects.requireNonNull;

/**
 * A blocker, or something to mend before closing.
 *
 * @param code for programs, such as {@code closed}, {@code cidb-grade-too-low}
 * @param message for people, one sentence
 */
public record Note(String code, String message) {
    public Note {
        requireNonNull(code);
        requireNonNull(message);
    }
}
