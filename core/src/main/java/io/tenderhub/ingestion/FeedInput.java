package io.tenderhub.ingestion;

import static java.util.Objects.requireNonNull;

import java.io.InputStream;
import java.nio.file.Path;

/** Something to read; plain or gzip, in any of the formats that {@link ReleaseFeed} knows. */
public sealed interface FeedInput {

    /** How it is named in rejects and on tenders. */
    String name();

    /** A file, or a folder, of which every {@code .json}, {@code .jsonl}, {@code .ndjson}, {@code .csv} and {@code .gz} file is read, in the order of their paths. */
    record Files(Path path) implements FeedInput {
        public Files {
            requireNonNull(path);
        }

        @Override
        public String name() {
            return path.toString();
        }
    }

    /** A stream, such as standard input; read to its end and left open. */
    record Stream(String name, InputStream stream) implements FeedInput {
        public Stream {
            requireNonNull(name);
            requireNonNull(stream);
        }
    }
}
