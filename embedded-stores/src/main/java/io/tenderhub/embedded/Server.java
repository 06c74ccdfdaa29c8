package io.tenderhub.embedded;

import java.io.IOException;

/** One server of the three; started and stopped any number of times, on the same port once it has one. */
interface Server {
    /**
     * Starts it and waits until it answers.
     *
     * @throws IOException when it does not, with the reason in one line; nothing is left running then
     */
    void start() throws IOException;

    /** Stops it in order, keeping its data; does nothing when it does not run. */
    void stop() throws IOException;

    /** Where it listens; only after the first start. */
    String url();
}
