package io.tenderhub.semantic;

import static java.util.Objects.requireNonNull;

/**
 * Which version of a tender an index holds.
 *
 * @param digest as in {@link IndexedTender}
 */
public record IndexedVersion(String ocid, long version, String digest) {
    public IndexedVersion {
        requireNonNull(ocid);
        requireNonNull(digest);
    }
}
