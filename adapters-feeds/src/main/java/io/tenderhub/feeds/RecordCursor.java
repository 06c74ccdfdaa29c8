package io.tenderhub.feeds;

import java.io.IOException;

/** Goes along {@link ReleaseRecords} in order. */
interface RecordCursor {

    /** Goes to the next record, at the beginning to the first; false if there is none. What was known of the last one is not valid any more. */
    boolean next() throws IOException;

    byte[] array();

    /** Where the record begins in the array. */
    int at();
}
