package io.tenderhub.feeds;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.tenderhub.feeds.merge.ReleaseMerger;
import io.tenderhub.ingestion.FeedInput;
import io.tenderhub.ingestion.FeedSink;
import io.tenderhub.ingestion.FeedTotals;
import io.tenderhub.ingestion.Reject;
import io.tenderhub.ingestion.ReleaseFeed;
import io.tenderhub.tender.Source;
import io.tenderhub.tender.Warning;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Tenders from files and streams. */
final class FileReleaseFeed implements ReleaseFeed {
    private final TenderMapping mapping;
    private final ReleaseMerger merger;
    private final Path temporaryFolder;
    private final long memory;

    FileReleaseFeed(TenderMapping mapping, ReleaseMerger merger, Path temporaryFolder, long memory) {
        this.mapping = mapping;
        this.merger = merger;
        this.temporaryFolder = temporaryFolder;
        this.memory = memory;
    }

    @Override
    public FeedTotals readInOrder(List<FeedInput> inputs, FeedSink sink) {
        Counting counting = new Counting(sink);
        try (InOrder releases = new InOrder(counting)) {
            new InputReader(releases).read(inputs);
            releases.handOn();
        }
        return counting.totals();
    }

    @Override
    public FeedTotals readMerged(List<FeedInput> inputs, FeedSink sink) {
        Counting counting = new Counting(sink);
        try (ReleaseSorter sorter = new ReleaseSorter(temporaryFolder, memory)) {
            new InputReader(new Rows(counting) {
                        @Override
                        public void release(PublishedRelease release) {
                            counting.met();
                            sorter.add(release);
                        }
                    })
                    .read(inputs);
            ReleaseGroup.forEachOcid(sorter.sorted(), merger, false, merged -> handOn(counting, merged));
        }
        return counting.totals();
    }

    private void handOn(Counting counting, ReleaseGroup.Merged merged) {
        counting.tender(
                () -> mapping.release(merged.json(), merged.source(), merged.warnings()),
                merged.source(),
                Optional.of(merged.ocid()));
    }

    /** What both ways of reading do with everything but releases. */
    private abstract class Rows implements RecordSink {
        private final Counting counting;

        Rows(Counting counting) {
            this.counting = counting;
        }

        @Override
        public void record(List<PublishedRelease> releases) {
            releases.forEach(this::release);
        }

        @Override
        public void portalRow(ObjectNode row, Source source, List<Warning> warnings) {
            counting.met();
            counting.tender(() -> mapping.portalRow(row, source, warnings), source, Optional.empty());
        }

        @Override
        public void csvRow(Map<String, String> row, Source source, List<Warning> warnings) {
            counting.met();
            counting.tender(() -> mapping.csvRow(row, source, warnings), source, Optional.empty());
        }

        @Override
        public void reject(Reject reject) {
            counting.reject(reject);
        }
    }

    /** Keeps one release back, to see whether the next is of the same ocid; more than one go through a sorter. */
    private final class InOrder extends Rows implements AutoCloseable {
        private final Counting counting;
        private Optional<PublishedRelease> single = Optional.empty();
        private Optional<ReleaseSorter> several = Optional.empty();

        InOrder(Counting counting) {
            super(counting);
            this.counting = counting;
        }

        @Override
        public void release(PublishedRelease release) {
            counting.met();
            if (single.isPresent() && !single.get().ocid().equals(release.ocid())) {
                handOn();
            }
            if (single.isEmpty()) {
                single = Optional.of(release);
                return;
            }
            if (several.isEmpty()) {
                several = Optional.of(new ReleaseSorter(temporaryFolder, memory));
                several.get().add(single.get());
            }
            several.get().add(release);
        }

        @Override
        public void record(List<PublishedRelease> releases) {
            handOn();
            super.record(releases);
            handOn();
        }

        @Override
        public void portalRow(ObjectNode row, Source source, List<Warning> warnings) {
            handOn();
            super.portalRow(row, source, warnings);
        }

        @Override
        public void csvRow(Map<String, String> row, Source source, List<Warning> warnings) {
            handOn();
            super.csvRow(row, source, warnings);
        }

        void handOn() {
            if (several.isPresent()) {
                ReleaseGroup.forEachOcid(
                        several.get().sorted(), merger, false, merged -> FileReleaseFeed.this.handOn(counting, merged));
            } else if (single.isPresent()) {
                PublishedRelease release = single.get();
                counting.tender(
                        () -> mapping.release(release.json(), release.source(), release.warnings()),
                        release.source(),
                        Optional.of(release.ocid()));
            }
            close();
        }

        @Override
        public void close() {
            several.ifPresent(ReleaseSorter::close);
            several = Optional.empty();
            single = Optional.empty();
        }
    }
}
