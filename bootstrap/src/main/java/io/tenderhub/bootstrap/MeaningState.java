package io.tenderhub.bootstrap;

import static java.util.Objects.requireNonNull;

import io.tenderhub.semantic.IndexProgress;
import java.time.Instant;
import java.util.Optional;

/**
 * How search by meaning stands on this node.
 *
 * @param model what embeds, with its version
 * @param tenders in the index
 * @param progress how far the index has come
 * @param caughtUpAt when it was found up to date last by this process; empty if it never was
 * @param trouble what keeps it from following, in a few words; empty if nothing does
 */
public record MeaningState(
        String model, long tenders, IndexProgress progress, Optional<Instant> caughtUpAt, Optional<String> trouble) {
    public MeaningState {
        requireNonNull(model);
        requireNonNull(progress);
        requireNonNull(caughtUpAt);
        requireNonNull(trouble);
    }
}
