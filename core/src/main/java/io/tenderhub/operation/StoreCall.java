package io.tenderhub.operation;

import static java.util.Objects.requireNonNull;

import java.time.Duration;

/**
 * A call to a store that has ended. The words are of small fixed sets: never an id, a team or a value.
 *
 * @param operation what was done, such as {@code select}
 * @param on what it was done to, such as {@code tenders}
 * @param took how long, without the wait for a connection where that is known
 * @param answered false if it failed, for whatever reason
 * @param wording the statement without its values, or nothing
 */
public record StoreCall(String operation, String on, Duration took, boolean answered, String wording) {
    public StoreCall {
        requireNonNull(operation);
        requireNonNull(on);
        requireNonNull(took);
        requireNonNull(wording);
    }
}
