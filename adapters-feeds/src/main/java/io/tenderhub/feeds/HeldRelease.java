package io.tenderhub.feeds;

import io.tenderhub.tender.Source;
import io.tenderhub.tender.Tender;

/** A release that was read and waits until it is known whether the next one is of the same ocid. */
interface HeldRelease {
    String ocid();

    Source source();

    /**
     * The tender, for the case that the release stays alone.
     *
     * @throws io.tenderhub.feeds.published.UnreadableRecordException if none can be made
     */
    Tender tender();

    /** The release itself, to merge it with others. */
    PublishedRelease published();

    /** The same for a time when the block it was read from is no longer there. */
    HeldRelease kept();
}
