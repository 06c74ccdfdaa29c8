package io.tenderhub.feeds;

import io.tenderhub.ingestion.TenderWork;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;

/** Reads a block of lines and works on its tenders. Used by many threads at once. */
final class BlockWork<T> {
    private final TenderWork<T> work;
    private final ReleaseTenders tenders;

    BlockWork(TenderWork<T> work, ReleaseTenders tenders) {
        this.work = work;
        this.tenders = tenders;
    }

    /**
     * @param block not open; not needed any more afterwards
     * @param name of the input
     */
    BlockResult<T> read(LineBlock block, String name, OpenedInput input) {
        try (BlockSink<T> sink = new BlockSink<>(tenders, work)) {
            JsonInput json = JsonInput.ofLines(
                    input,
                    new ByteArrayInputStream(block.bytes(), 0, block.length()),
                    new RecordClassifier(name, sink),
                    block.firstLine());
            try {
                json.read();
            } catch (IOException notFromMemory) {
                throw new UncheckedIOException(notFromMemory);
            }
            return sink.result(json.position());
        }
    }
}
