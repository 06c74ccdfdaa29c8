package io.tenderhub.feeds;

import static java.util.Objects.requireNonNull;

import io.tenderhub.feeds.merge.ReleaseMerger;
import io.tenderhub.ingestion.ReleaseCompiler;
import io.tenderhub.ingestion.ReleaseFeed;
import java.nio.file.Path;

/** Reads published tenders from files and streams. Thread-safe; holds nothing open between two readings. */
public final class FeedsAdapter {
    private final ReleaseFeed releaseFeed;
    private final ReleaseCompiler releaseCompiler;

    private FeedsAdapter(Builder builder) {
        ReleaseMerger merger = new ReleaseMerger();
        releaseFeed = new FileReleaseFeed(
                new ReleaseTenders(new PublishedMapping(), merger, builder.temporaryFolder, builder.memory),
                builder.blockSize);
        releaseCompiler = new FileReleaseCompiler(merger, builder.temporaryFolder, builder.memory);
    }

    public ReleaseFeed releaseFeed() {
        return releaseFeed;
    }

    public ReleaseCompiler releaseCompiler() {
        return releaseCompiler;
    }

    public static Builder builder() {
        return new Builder();
    }

    /** Options, all with a default. */
    public static final class Builder {
        private static final long MOST_MEMORY = 256L * 1024 * 1024;

        private Path temporaryFolder = Path.of(System.getProperty("java.io.tmpdir"));
        private long memory = Math.min(MOST_MEMORY, Runtime.getRuntime().maxMemory() / 4);
        private int blockSize = LineBlocks.USUAL_SIZE;

        private Builder() {}

        /**
         * Where releases go that don't fit in memory while they are sorted; the system's folder for temporary files if not
         * said. Created when needed; nothing is left in it.
         */
        public Builder temporaryFolder(Path folder) {
            temporaryFolder = requireNonNull(folder);
            return this;
        }

        /**
         * Bytes of releases to hold in memory while sorting, before temporary files are used; a quarter of what the program
         * may use, 256 MB at most, if not said.
         */
        public Builder sortingMemory(long bytes) {
            if (bytes < 0) {
                throw new IllegalArgumentException("sorting memory is at least 0, not " + bytes);
            }
            memory = bytes;
            return this;
        }

        /** Bytes of lines that a thread works on at a time; small ones let a test meet many borders. */
        Builder blockSize(int bytes) {
            blockSize = bytes;
            return this;
        }

        public FeedsAdapter build() {
            return new FeedsAdapter(this);
        }
    }
}
