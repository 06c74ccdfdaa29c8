package io.tenderhub.feeds;

import io.tenderhub.feeds.merge.ReleaseMerger;
import java.nio.file.Path;
import java.util.Optional;

/**
 * Makes tenders of releases, of one or of several of one ocid. Thread-safe.
 *
 * @param temporaryFolder for releases to merge that don't fit in memory
 * @param memory for them in bytes
 */
record ReleaseTenders(TenderMapping mapping, ReleaseMerger merger, Path temporaryFolder, long memory) {

    HeldRelease held(PublishedRelease release) {
        return new HeldRelease.Whole(release, mapping);
    }

    ReleaseSorter newSorter() {
        return new ReleaseSorter(temporaryFolder, memory);
    }

    /** Hands on a tender for each ocid. */
    void merged(ReleaseSorter releases, Counting counting) {
        ReleaseGroup.forEachOcid(
                releases.sorted(),
                merger,
                false,
                merged -> counting.tender(
                        () -> mapping.release(merged.json(), merged.source(), merged.warnings()),
                        merged.source(),
                        Optional.of(merged.ocid())));
    }
}
