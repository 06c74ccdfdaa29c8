package io.tenderhub.summary;

import static java.util.Objects.requireNonNull;

import java.time.Instant;

/**
 * A summary with the version of the truth it was made from.
 *
 * @param tenderVersion of the tender it tells of
 * @param fence the number of the lock it was made under, see {@link io.tenderhub.lock.HeldLock#fence}; 0 if under none
 */
public record StoredSummary(String ocid, long tenderVersion, TenderSummary summary, Instant generatedAt, long fence) {
    public StoredSummary {
        requireNonNull(ocid);
        requireNonNull(summary);
        requireNonNull(generatedAt);
    }

    /** One that was made under no lock. */
    public StoredSummary(String ocid, long tenderVersion, TenderSummary summary, Instant generatedAt) {
        this(ocid, tenderVersion, summary, generatedAt, 0);
    }
}
