package io.tenderhub.feeds;

import io.tenderhub.feeds.merge.ReleaseMerger;
import java.nio.file.Path;

/**
 * Makes tenders of releases, of one or of several of one ocid. Thread-safe.
 *
 * @param temporaryFolder for releases to merge that don't fit in memory
 * @param memory for them in bytes
 */
record ReleaseTenders(TenderMapping mapping, ReleaseMerger merger, Path temporaryFolder, long memory) {

    HeldRelease held(PublishedRelease release) {
        return new WholeRelease(release, mapping);
    }

    ReleaseSorter newSorter() {
        return new ReleaseSorter(temporaryFolder, memory);
    }

    /** Hands on a tender for each ocid. */
    void merged(RecordCursor releases, Counting counting) {
        new GroupsInOrder<>(
                        new MergedTenders.Work(new GroupMerger(merger), mapping),
                        (MergedTenders some) -> some.handOn(counting))
                .handOn(releases);
    }
}
