package io.tenderhub.analytics;

import static java.util.Objects.requireNonNull;

import java.time.Instant;
import java.util.List;

/**
 * How many tenders there are of each kind, as it stood at a time.
 *
 * @param counts each name once, in the order of what they are counted by
 */
public record CountReport(CountedBy by, List<Count> counts, Instant computedAt) {
    public CountReport {
        requireNonNull(by);
        requireNonNull(computedAt);
        counts = List.copyOf(counts);
    }
}
