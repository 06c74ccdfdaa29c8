package io.tenderhub.summary;

import static java.util.Objects.requireNonNull;

import java.time.Instant;

/**
 * A summary with the version of the truth it was made from.
 *
 * @param tenderVersion of the tender it tells of
 */
public record StoredSummary(String ocid, long tenderVersion, TenderSummary summary, Instant generatedAt) {
    public StoredSummary {
        requireNonNull(ocid);
        requireNonNull(summary);
        requireNonNull(generatedAt);
    }
}
