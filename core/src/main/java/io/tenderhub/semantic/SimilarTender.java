package io.tenderhub.semantic;

import static java.util.Objects.requireNonNull;

/**
 * A tender that an index found.
 *
 * @param similarity of its most similar passage, as in {@link Embedding#similarity}
 */
public record SimilarTender(String ocid, double similarity) {
    public SimilarTender {
        requireNonNull(ocid);
    }
}
