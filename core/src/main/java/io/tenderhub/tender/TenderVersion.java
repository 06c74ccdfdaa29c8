package io.tenderhub.tender;

import static java.util.Objects.requireNonNull;

import java.time.Instant;

/**
 * Which version of a tender the truth holds, without the tender.
 *
 * @param changedAt when this version was stored
 */
public record TenderVersion(String ocid, long version, Instant changedAt) {
    public TenderVersion {
        requireNonNull(ocid);
        requireNonNull(changedAt);
    }
}
