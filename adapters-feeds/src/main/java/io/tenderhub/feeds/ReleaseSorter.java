package io.tenderhub.feeds;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.function.Consumer;

/** Puts releases that one thread adds in the order of their ocid, date and input. Closing removes its temporary files. */
final class ReleaseSorter implements AutoCloseable {
    private final RecordSorter sorter;
    private final RecordWriter writer;

    ReleaseSorter(Path folder, long memory) {
        sorter = new RecordSorter(folder, memory);
        writer = new RecordWriter(sorter, true);
    }

    void add(PublishedRelease release) {
        writer.add(release);
    }

    /** All of them in order; can be asked for once. */
    RecordCursor sorted() {
        writer.handOver();
        return sorter.sorted();
    }

    /** The same, one by one. */
    void forEach(Consumer<PublishedRelease> action) {
        RecordCursor sorted = sorted();
        try {
            while (sorted.next()) {
                action.accept(release(sorted.array(), sorted.at()));
            }
        } catch (IOException e) {
            throw new UncheckedIOException("temporary files can't be read", e);
        }
    }

    private static PublishedRelease release(byte[] array, int at) {
        ReleaseOrigin origin = ReleaseOrigin.of(array, at);
        return new PublishedRelease(
                ReleaseRecords.ocid(array, at),
                ReleaseRecords.date(array, at),
                PublishedJson.object(
                        array,
                        ReleaseRecords.jsonFrom(at),
                        ReleaseRecords.jsonTo(array, at) - ReleaseRecords.jsonFrom(at)),
                origin.source(),
                origin.warnings());
    }

    @Override
    public void close() {
        sorter.close();
    }
}
