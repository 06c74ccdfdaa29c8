package io.tenderhub.feeds;

import java.util.List;

/** Receives what reading finds, in input order. */
interface RecordSink extends OtherRecordSink {

    void release(PublishedRelease release);

    /** The releases of an OCDS record, which are one tender; at least one. */
    void record(List<PublishedRelease> releases);
}
