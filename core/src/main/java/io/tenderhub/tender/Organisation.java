package io.tenderhub.tender;

import static java.util.Objects.requireNonNull;

import java.util.Optional;

/**
 * A buyer, procuring entity or supplier.
 *
 * @param id the publisher's identifier, where one was given
 * @param name not blank
 */
public record Organisation(Optional<String> id, String name) {
    public Organisation {
        requireNonNull(id);
        requireNonNull(name);
    }
}
