package io.tenderhub.feeds;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.tenderhub.ingestion.FeedInput;
import io.tenderhub.ingestion.FeedSink;
import io.tenderhub.ingestion.FeedTotals;
import io.tenderhub.ingestion.Reject;
import io.tenderhub.ingestion.ReleaseFeed;
import io.tenderhub.ingestion.TenderWork;
import io.tenderhub.tender.Source;
import io.tenderhub.tender.Warning;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Tenders from files and streams. */
final class FileReleaseFeed implements ReleaseFeed {
    private final ReleaseTenders tenders;
    private final int blockSize;

    /** @param blockSize bytes of lines for a thread to work on at a time */
    FileReleaseFeed(ReleaseTenders tenders, int blockSize) {
        this.tenders = tenders;
        this.blockSize = blockSize;
    }

    @Override
    public FeedTotals readInOrder(List<FeedInput> inputs, FeedSink sink) {
        Counting counting = new Counting(sink);
        try (Neighbours releases = new Neighbours(tenders, counting)) {
            new InputReader(releases).read(inputs);
            releases.handOn();
        }
        return counting.totals();
    }

    @Override
    public <T> FeedTotals mapInOrder(List<FeedInput> inputs, TenderWork<T> work) {
        try (ParallelReading<T> reading = new ParallelReading<>(work, tenders, blockSize)) {
            return reading.read(inputs);
        }
    }

    @Override
    public FeedTotals readMerged(List<FeedInput> inputs, FeedSink sink) {
        Counting counting = new Counting(sink);
        try (ReleaseSorter sorter = tenders.newSorter()) {
            new InputReader(new Rows(counting) {
                        @Override
                        public void release(PublishedRelease release) {
                            counting.met();
                            sorter.add(release);
                        }
                    })
                    .read(inputs);
            tenders.merged(sorter, counting);
        }
        return counting.totals();
    }

    /** Makes tenders of everything but releases at once. */
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
            counting.tender(() -> tenders.mapping().portalRow(row, source, warnings), source, Optional.empty());
        }

        @Override
        public void csvRow(Map<String, String> row, Source source, List<Warning> warnings) {
            counting.met();
            counting.tender(() -> tenders.mapping().csvRow(row, source, warnings), source, Optional.empty());
        }

        @Override
        public void reject(Reject reject) {
            counting.reject(reject);
        }
    }
}
