package io.tenderhub.feeds;

import io.tenderhub.ingestion.FeedInput;
import io.tenderhub.ingestion.FeedSink;
import io.tenderhub.ingestion.FeedTotals;
import io.tenderhub.ingestion.ReleaseFeed;
import io.tenderhub.ingestion.TenderWork;
import java.util.List;

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
        return new MergedReading(tenders, sink).read(inputs);
    }
}
