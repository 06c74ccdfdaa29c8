package io.tenderhub.history;

import static java.util.Objects.requireNonNull;

import java.time.Instant;
import java.util.List;

/**
 * A version of a tender and how it differs from the one before.
 *
 * @param releaseDate of the release it was made from
 * @param storedAt when the hub took it up
 * @param earliest whether no version before it is known; it has no changes then
 * @param changes in the order of the fields of a tender
 */
public record Revision(
        long version, Instant releaseDate, Instant storedAt, boolean earliest, List<FieldChange> changes) {
    public Revision {
        requireNonNull(releaseDate);
        requireNonNull(storedAt);
        changes = List.copyOf(changes);
    }
}
