package io.tenderhub.ingestion;

import io.tenderhub.tender.Tender;

/** Receives what a feed reads, from one thread, in order. What it throws ends the reading and passes through. */
public interface FeedSink {

    void tender(Tender tender);

    void reject(Reject reject);
}
