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
    private final GroupMerger merger;
    private final Path temporaryFolder;
    private final long memory;

    FileReleaseCompiler(ReleaseMerger merger, Path temporaryFolder, long memory) {
        this.merger = new GroupMerger(merger);
        this.temporaryFolder = temporaryFolder;
        this.memory = memory;
    }

    @Override
    public FeedTotals compile(List<FeedInput> inputs, CompiledSink sink) {
        NotReleases others = new NotReleases(sink);
        try (RecordSorter sorter = new RecordSorter(temporaryFolder, memory)) {
            long releases;
            try (ReleaseGathering gathering = new ReleaseGathering(sorter, false, others)) {
                releases = gathering.read(inputs);
            }
            long[] compiled = {0};
            new GroupsInOrder<>(new CompiledReleases.Work(merger), some -> {
                        compiled[0] += some.size();
                        some.handOn(sink);
                    })
                    .handOn(sorter.sorted());
            return new FeedTotals(releases + others.rejected, compiled[0], others.rejected);
        }
    }

    /** Everything but releases is a reject. */
    private static final class NotReleases implements OtherRecordSink {
        private final CompiledSink sink;
        private long rejected;

        NotReleases(CompiledSink sink) {
            this.sink = sink;
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
            rejected++;
            sink.reject(reject);
        }
    }
}
