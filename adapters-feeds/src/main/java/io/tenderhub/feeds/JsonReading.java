package io.tenderhub.feeds;

import java.io.IOException;

/** A way to read one input of JSON. */
interface JsonReading {

    void read() throws IOException;

    /** Where reading is, for the case that it can't go on. */
    String position();
}
