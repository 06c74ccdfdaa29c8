package io.tenderhub.requirement;

import static java.util.Objects.requireNonNull;

/**
 * Something a tender states, with where it does.
 *
 * @param <T> what is stated
 */
public record Finding<T>(T value, Evidence evidence) {
    public Finding {
        requireNonNull(value);
        requireNonNull(evidence);
    }
}
