package io.tenderhub.feeds;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.tenderhub.feeds.merge.ReleaseMerger;
import io.tenderhub.ingestion.FeedInput;
import io.tenderhub.ingestion.FeedTotals;
import io.tenderhub.ingestion.Reject;
import io.tenderhub.ingestion.ReleaseCompiler;
import io.tenderhub.tender.Source;
import io.tenderhub.tender.Warning;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Compiled releases from files and streams. */
final class FileReleaseCompiler implements ReleaseCompiler {
    private final ReleaseMerger merger;
    private final Path temporaryFolder;
    private final long memory;

    FileReleaseCompiler(ReleaseMerger merger, Path temporaryFolder, long memory) {
        this.merger = merger;
        this.temporaryFolder = temporaryFolder;
        this.memory = memory;
    }

    @Override
    public FeedTotals compile(List<FeedInput> inputs, CompiledSink sink) {
        try (Releases releases = new Releases(sink)) {
            new InputReader(releases).read(inputs);
            return releases.compile();
        }
    }

    private final class Releases implements RecordSink, AutoCloseable {
        private final CompiledSink sink;
        private final ReleaseSorter sorter = new ReleaseSorter(temporaryFolder, memory);
        private long records;
        private long compiled;
        private long rejected;

        Releases(CompiledSink sink) {
            this.sink = sink;
        }

        FeedTotals compile() {
            ReleaseGroup.forEachOcid(sorter.sorted(), merger, true, merged -> {
                compiled++;
                sink.compiledRelease(merged.ocid(), PublishedJson.text(merged.json()));
            });
            return new FeedTotals(records, compiled, rejected);
        }

        @Override
        public void release(PublishedRelease release) {
            records++;
            sorter.add(release);
        }

        @Override
        public void record(List<PublishedRelease> releases) {
            releases.forEach(this::release);
        }

        @Override
        public void portalRow(ObjectNode row, Source source, List<Warning> warnings) {
            rejectRow(source);
        }

        @Override
        public void csvRow(Map<String, String> row, Source source, List<Warning> warnings) {
            rejectRow(source);
        }

        private void rejectRow(Source source) {
            reject(new Reject(
                    source.name(),
                    source.position(),
                    Optional.empty(),
                    "a row of a portal listing, not an OCDS release"));
        }

        @Override
        public void reject(Reject reject) {
            records++;
            rejected++;
            sink.reject(reject);
        }

        @Override
        public void close() {
            sorter.close();
        }
    }
}
