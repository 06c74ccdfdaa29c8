package io.tenderhub.summary;

import static java.util.Objects.requireNonNull;

/**
 * Which version of a tender its stored summary tells of.
 *
 * @param tenderVersion 0 where the stored summary can't be read
 */
public record SummaryVersion(String ocid, long tenderVersion) {
    public SummaryVersion {
        requireNonNull(ocid);
    }
}
