package io.tenderhub.feeds;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.tenderhub.ingestion.FeedInput;
import io.tenderhub.ingestion.FeedTotals;
import io.tenderhub.ingestion.OrderedParallel;
import io.tenderhub.ingestion.Reject;
import io.tenderhub.ingestion.TenderWork;
import io.tenderhub.tender.Source;
import io.tenderhub.tender.Warning;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;

/**
 * One reading with work on many threads. JSON Lines are cut into blocks on the calling thread and read by the workers; anything
 * else is read on the calling thread and worked on by the workers. What a worker gives is done on the calling thread: to hand on
 * its results in order.
 *
 * <p>Releases of one ocid may stand on both sides of the border between two blocks. So a worker gives the releases at the ends of
 * its block as they are, and the calling thread makes the tenders of them.
 */
final class ParallelReading<T> implements RecordSink, AutoCloseable {
    private final BlockPool pool;
    private final BlockWork<T> work;
    private final OrderedParallel<Runnable> parallel;
    private final WorkSink<T> sink;
    private final Counting counting;
    private final Neighbours neighbours;
    private final Consumer<? super T> results;

    /** Whether workers may be reading blocks. */
    private boolean inBlocks;

    ParallelReading(TenderWork<T> work, ReleaseTenders tenders, int blockSize) {
        this.pool = new BlockPool(blockSize);
        this.results = work.results();
        this.work = new BlockWork<>(work, tenders);
        this.parallel = new OrderedParallel<>(work.threads(), Runnable::run);
        this.sink = new WorkSink<>(work, parallel);
        this.counting = new Counting(sink);
        this.neighbours = new Neighbours(tenders, counting);
    }

    FeedTotals read(List<FeedInput> inputs) {
        new InputReader(this, this::way).read(inputs);
        awaitBlocks();
        neighbours.handOn();
        sink.begin();
        parallel.finish();
        return counting.totals();
    }

    private JsonReading way(String name, OpenedInput input, RecordClassifier classifier, JsonLayout layout) {
        return layout == JsonLayout.LINES
                ? new Lines(name, input, classifier)
                : new JsonInput(input, classifier, layout);
    }

    /** Before anything that is found on this thread: what the workers are reading comes first. */
    private void awaitBlocks() {
        if (inBlocks) {
            parallel.finish();
            sink.workTogether();
            inBlocks = false;
        }
    }

    private void beginBlocks() {
        if (!inBlocks) {
            sink.workAtOnce();
            inBlocks = true;
        }
    }

    @Override
    public void release(PublishedRelease release) {
        awaitBlocks();
        neighbours.release(release);
    }

    @Override
    public void record(List<PublishedRelease> releases) {
        awaitBlocks();
        neighbours.record(releases);
    }

    @Override
    public void portalRow(ObjectNode row, Source source, List<Warning> warnings) {
        awaitBlocks();
        neighbours.portalRow(row, source, warnings);
    }

    @Override
    public void csvRow(Map<String, String> row, Source source, List<Warning> warnings) {
        awaitBlocks();
        neighbours.csvRow(row, source, warnings);
    }

    @Override
    public void reject(Reject reject) {
        awaitBlocks();
        neighbours.reject(reject);
    }

    /** Ends the threads. */
    @Override
    public void close() {
        parallel.close();
        neighbours.close();
    }

    /** One input of JSON Lines. */
    private final class Lines implements JsonReading {
        private final LinesReader reader;
        private final OpenedInput input;
        private final RecordClassifier classifier;
        private String position = "";

        Lines(String name, OpenedInput input, RecordClassifier classifier) {
            this.reader = new LinesReader(name, input);
            this.input = input;
            this.classifier = classifier;
        }

        @Override
        public String position() {
            return position;
        }

        @Override
        public void read() throws IOException {
            LineBlocks blocks = new LineBlocks(input.bytes(), pool);
            for (LineBlock block = blocks.next(); block != null; block = blocks.next()) {
                if (block.open()) {
                    readHere(blocks, block);
                    pool.giveBack(block.bytes());
                } else {
                    begin(block);
                }
            }
        }

        private void readHere(LineBlocks blocks, LineBlock block) throws IOException {
            awaitBlocks();
            JsonInput json =
                    JsonInput.ofLines(input, blocks.withRest(block), classifier, block.firstLine(), Integer.MAX_VALUE);
            try {
                json.read();
            } finally {
                reached(json.position());
            }
        }

        private void begin(LineBlock block) {
            beginBlocks();
            parallel.add(() -> {
                BlockResult<T> result = work.read(block, reader);
                pool.giveBack(block.bytes());
                return () -> {
                    result.handOn(neighbours, counting, results);
                    reached(result.position());
                };
            });
        }

        /** Blank lines are nowhere. */
        private void reached(String place) {
            position = place.isEmpty() ? position : place;
        }
    }
}
