package io.tenderhub.tender;

import static java.util.Objects.requireNonNull;

import java.util.List;
import java.util.Optional;

/**
 * A thing or service asked for.
 *
 * @param id the publisher's identifier, where given
 * @param classifications the main one first
 */
public record Item(Optional<String> id, Optional<String> description, List<Classification> classifications) {
    public Item {
        requireNonNull(id);
        requireNonNull(description);
        classifications = List.copyOf(classifications);
    }
}
