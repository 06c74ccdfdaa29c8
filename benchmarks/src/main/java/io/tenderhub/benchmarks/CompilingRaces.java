package io.tenderhub.benchmarks;

import io.tenderhub.feeds.FeedsAdapter;
import io.tenderhub.ingestion.FeedInput;
import io.tenderhub.ingestion.Reject;
import io.tenderhub.ingestion.ReleaseCompiler;
import java.nio.file.Path;
import java.util.List;

/** Compiling scattered releases: against the pure token scan of the same file, and against the straightforward program in memory. */
final class CompilingRaces {
    private final ReleaseCompiler compiler = FeedsAdapter.builder().build().releaseCompiler();
    private final Path file;
    private final long releases;

    /** @param releases how many the file holds */
    CompilingRaces(Path file, long releases) {
        this.file = file;
        this.releases = releases;
    }

    void run(int warmUps, int rounds) throws Exception {
        int threads = Runtime.getRuntime().availableProcessors();
        Race.Way here = new Race.Way("here", () -> Race.rate(releases, this::compile));
        Race.Way scan = new Race.Way(
                "Jackson's tokens of the same file, nothing done",
                () -> Race.rate(releases, () -> TokenScan.count(file, threads)));
        Race.Way simple = new Race.Way(
                "all releases as trees in a map",
                () -> Race.rate(releases, () -> new StraightforwardCompiling().compile(file)));
        new Race("compiling scattered releases", "releases/s", List.of(here, scan, simple)).run(warmUps, rounds);
    }

    private void compile() {
        compiler.compile(List.of(new FeedInput.Files(file)), new ReleaseCompiler.CompiledSink() {
            @Override
            public void compiledRelease(String ocid, byte[] json) {
                // Only made.
            }

            @Override
            public void reject(Reject reject) {
                throw new IllegalStateException("rejected: " + reject);
            }
        });
    }
}
