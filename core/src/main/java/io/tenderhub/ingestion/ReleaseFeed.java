package io.tenderhub.ingestion;

import java.util.List;

/**
 * Reads what publishers publish: OCDS 1.0 and 1.1 release packages, record packages, bare releases, arrays of any of these,
 * JSON Lines of any of these, and the listings of the South African eTenders portal (JSON and CSV). The kind is detected.
 * Memory does not grow with the input. What can't be read is a reject, also a file that is missing or no data at all.
 */
public interface ReleaseFeed {

    /**
     * Hands on tenders in input order. Releases of one ocid that follow each other directly are merged by the OCDS rules;
     * a record is one tender.
     */
    FeedTotals readInOrder(List<FeedInput> inputs, FeedSink sink);

    /**
     * Hands on one tender for each ocid, all its releases in all inputs merged by the OCDS rules, ordered by ocid;
     * portal listings, which are not releases, first and in input order. Needs disk for large inputs.
     */
    FeedTotals readMerged(List<FeedInput> inputs, FeedSink sink);

    /**
     * Makes something of each tender of {@link #readInOrder} on several threads, and hands on the results in input order. Memory
     * does not grow with the input.
     */
    default <T> FeedTotals mapInOrder(List<FeedInput> inputs, TenderWork<T> work) {
        try (TenderChunks<T> chunks = new TenderChunks<>(work)) {
            FeedTotals totals = readInOrder(inputs, chunks);
            chunks.finish();
            return totals;
        }
    }
}
