package io.tenderhub.ingestion;

import io.tenderhub.tender.Tender;
import java.util.List;

/** Hands on the tenders it was given, whatever the inputs. */
record ListFeed(List<Tender> tenders, List<Reject> rejects) implements ReleaseFeed {
    @Override
    public FeedTotals readInOrder(List<FeedInput> inputs, FeedSink sink) {
        tenders.forEach(sink::tender);
        rejects.forEach(sink::reject);
        return new FeedTotals(tenders.size() + rejects.size(), tenders.size(), rejects.size());
    }

    @Override
    public FeedTotals readMerged(List<FeedInput> inputs, FeedSink sink) {
        return readInOrder(inputs, sink);
    }
}
