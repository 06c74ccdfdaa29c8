package io.tenderhub.summary;

import static java.util.Objects.requireNonNull;

/** A tender in short. */
public record TenderSummary(Digest digest, Facts facts) {
    public TenderSummary {
        requireNonNull(digest);
        requireNonNull(facts);
    }
}
