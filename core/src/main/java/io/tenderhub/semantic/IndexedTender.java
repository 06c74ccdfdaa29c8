package io.tenderhub.semantic;

import static java.util.Objects.requireNonNull;

import io.tenderhub.tender.TenderTraits;
import java.util.List;

/**
 * A tender as an index takes it.
 *
 * @param version of the tender that this was made from
 * @param digest of the passages' text: the same only where that is the same
 * @param passages what its passages mean, at least one; the most similar one counts
 * @param traits what it is filtered by
 */
public record IndexedTender(String ocid, long version, String digest, List<Embedding> passages, TenderTraits traits) {
    public IndexedTender {
        requireNonNull(ocid);
        requireNonNull(digest);
        passages = List.copyOf(passages);
        requireNonNull(traits);
        if (passages.isEmpty()) {
            throw new IllegalArgumentException("a tender is indexed by at least one passage");
        }
    }
}
