package io.tenderhub.tender;

import static java.util.Objects.requireNonNull;

import java.time.Instant;

/**
 * A tender as the truth holds it.
 *
 * @param version 1 when it was created, one more with each real change; what is derived from it names this version
 * @param changedAt when this version was stored
 */
public record StoredTender(Tender tender, long version, Instant changedAt) {
    public StoredTender {
        requireNonNull(tender);
        requireNonNull(changedAt);
    }
}
