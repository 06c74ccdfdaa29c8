package io.tenderhub.feeds;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;

/**
 * Reads some lines of one input in the usual way, whatever is in them. Thread-safe.
 *
 * @param name of the input
 */
record LinesReader(String name, OpenedInput input) {

    /**
     * @param bytes with whole lines from {@code from} to {@code to}
     * @param firstLine number of the first of them
     * @return the position of the last line that is not blank; empty if all are
     */
    String read(byte[] bytes, int from, int to, long firstLine, RecordSink sink) {
        JsonInput json = JsonInput.ofLines(
                input,
                new ByteArrayInputStream(bytes, from, to - from),
                new RecordClassifier(name, sink),
                firstLine,
                to - from);
        try {
            json.read();
        } catch (IOException notFromMemory) {
            throw new UncheckedIOException(notFromMemory);
        }
        return json.position();
    }
}
