package io.tenderhub.history;

import static java.util.Objects.requireNonNull;

import io.tenderhub.tender.Tender;
import java.time.Instant;

/**
 * A tender as it was before it changed.
 *
 * @param tender without its published JSON, of which only the latest is kept
 * @param version rises with every change
 * @param storedAt when it became what it was then
 */
public record PastTender(Tender tender, long version, Instant storedAt) {
    public PastTender {
        requireNonNull(tender);
        requireNonNull(storedAt);
    }
}
