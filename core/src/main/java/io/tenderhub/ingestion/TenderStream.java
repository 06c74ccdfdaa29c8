package io.tenderhub.ingestion;

import io.tenderhub.tender.Tender;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.Function;

/** Makes something of each tender of any number of files, on all cores, without any store. */
public final class TenderStream {
    private final ReleaseFeed feed;
    private final int parallelism;

    /**
     * @param parallelism how many threads work on tenders, beside the one that reads
     */
    public TenderStream(ReleaseFeed feed, int parallelism) {
        this.feed = feed;
        this.parallelism = parallelism;
    }

    /** On as many threads as the machine has processors. */
    public TenderStream(ReleaseFeed feed) {
        this(feed, Runtime.getRuntime().availableProcessors());
    }

    /**
     * Reads the inputs and hands on what the work makes of each tender, in input order. Memory does not grow with the input.
     *
     * @param work called on many threads at once; what it throws ends the reading and passes through
     * @param results called on the calling thread; what it throws ends the reading and passes through
     * @param rejects called on the calling thread
     */
    public <T> FeedTotals mapInOrder(
            List<FeedInput> inputs,
            Function<? super Tender, ? extends T> work,
            Consumer<? super T> results,
            Consumer<? super Reject> rejects) {
        return mapInOrder(inputs, TenderDetail.EVERYTHING, work, results, rejects);
    }

    /** The same for work that looks at less than everything. */
    public <T> FeedTotals mapInOrder(
            List<FeedInput> inputs,
            TenderDetail detail,
            Function<? super Tender, ? extends T> work,
            Consumer<? super T> results,
            Consumer<? super Reject> rejects) {
        return feed.mapInOrder(inputs, new TenderWork<>(detail, parallelism, work, results, rejects));
    }
}
