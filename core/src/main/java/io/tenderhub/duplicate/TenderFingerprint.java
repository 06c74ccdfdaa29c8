package io.tenderhub.duplicate;

import static java.util.Objects.requireNonNull;

/**
 * @param version of the tender that it was taken of
 */
public record TenderFingerprint(String ocid, long version, Fingerprint fingerprint) {
    public TenderFingerprint {
        requireNonNull(ocid);
        requireNonNull(fingerprint);
    }
}
