package io.tenderhub.duplicate;

import static java.util.Objects.requireNonNull;

import io.tenderhub.tender.StoredTender;

/**
 * A tender that says nearly the same as another one.
 *
 * @param likeness from {@link Fingerprint#NEARLY_THE_SAME} to 1
 */
public record Duplicate(StoredTender stored, double likeness) {
    public Duplicate {
        requireNonNull(stored);
    }
}
