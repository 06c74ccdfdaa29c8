package io.tenderhub.semantic;

import static java.util.Objects.requireNonNull;

import java.time.Instant;
import java.util.Optional;

/**
 * How far an index has come in following the truth.
 *
 * @param upTo what the truth stored before is in it, by {@link io.tenderhub.tender.TenderVersion#changedAt}; empty until every tender
 *     has been looked at once
 * @param walkedTo the ocid up to which a walk over all tenders has come; empty while none is under way
 * @param walkedAt when the last such walk came to its end
 */
public record IndexProgress(Optional<Instant> upTo, Optional<String> walkedTo, Optional<Instant> walkedAt) {
    /** Of an index that is new. */
    public static final IndexProgress NONE = new IndexProgress(Optional.empty(), Optional.empty(), Optional.empty());

    public IndexProgress {
        requireNonNull(upTo);
        requireNonNull(walkedTo);
        requireNonNull(walkedAt);
    }

    /** Whether every tender has been looked at once. */
    public boolean isComplete() {
        return upTo.isPresent();
    }

    IndexProgress walkedTo(String ocid) {
        return new IndexProgress(upTo, Optional.of(ocid), walkedAt);
    }
}
