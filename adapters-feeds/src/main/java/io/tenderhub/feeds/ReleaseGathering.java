package io.tenderhub.feeds;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.tenderhub.ingestion.FeedInput;
import io.tenderhub.ingestion.OrderedParallel;
import io.tenderhub.ingestion.Reject;
import io.tenderhub.tender.Source;
import io.tenderhub.tender.Warning;
import java.io.IOException;
import java.util.List;
import java.util.Map;

/**
 * Reads inputs and puts their releases into a sorter, long JSON Lines on several threads. What is no release is handed on by the
 * calling thread in input order.
 */
final class ReleaseGathering implements RecordSink, AutoCloseable {
    /** Releases of a block have less than so many bits of numbers; a block is smaller than 2^19 bytes. */
    private static final int BITS_OF_A_BLOCK = 34;

    private static final int BLOCK_SIZE = LineBlocks.USUAL_SIZE / 2 - 64;

    private final RecordSorter sorter;
    private final boolean withOrigin;
    private final OtherRecordSink others;
    private final RecordWriter writer;
    private final BlockPool pool = new BlockPool(BLOCK_SIZE);
    private final OrderedParallel<GatheredLines> tasks;
    private long blocks;
    private boolean blocksSinceRelease = true;
    private long releases;
    private String position = "";

    /**
     * @param withOrigin whether anybody asks where a release comes from
     * @param others told of what is no release
     */
    ReleaseGathering(RecordSorter sorter, boolean withOrigin, OtherRecordSink others) {
        this.sorter = sorter;
        this.withOrigin = withOrigin;
        this.others = others;
        this.writer = new RecordWriter(sorter, withOrigin);
        this.tasks = new OrderedParallel<>(Runtime.getRuntime().availableProcessors(), this::gathered);
    }

    /** Reads all; gives the number of releases. */
    long read(List<FeedInput> inputs) {
        new InputReader(this, this::way).read(inputs);
        tasks.finish();
        writer.handOver();
        return releases;
    }

    private JsonReading way(String name, OpenedInput input, RecordClassifier classifier, JsonLayout layout) {
        return layout == JsonLayout.LINES && !input.complete()
                ? new Lines(name, input, classifier)
                : new JsonInput(input, classifier, layout);
    }

    private void gathered(GatheredLines lines) {
        releases += lines.releases();
        lines.others().forEach(other -> other.accept(others));
        position = lines.position().isEmpty() ? position : lines.position();
    }

    private long nextBlock() {
        blocksSinceRelease = true;
        return blocks++ << BITS_OF_A_BLOCK;
    }

    @Override
    public void release(PublishedRelease release) {
        releases++;
        if (blocksSinceRelease) {
            writer.goOnFrom(nextBlock());
            blocksSinceRelease = false;
        }
        writer.add(release);
    }

    @Override
    public void record(List<PublishedRelease> several) {
        several.forEach(this::release);
    }

    @Override
    public void portalRow(ObjectNode row, Source source, List<Warning> warnings) {
        tasks.finish();
        others.portalRow(row, source, warnings);
    }

    @Override
    public void csvRow(Map<String, String> row, Source source, List<Warning> warnings) {
        tasks.finish();
        others.csvRow(row, source, warnings);
    }

    @Override
    public void reject(Reject reject) {
        tasks.finish();
        others.reject(reject);
    }

    @Override
    public void close() {
        tasks.close();
    }

    /** One long input of JSON Lines. */
    private final class Lines implements JsonReading {
        private final OpenedInput input;
        private final RecordClassifier classifier;
        private final LineGathering gathering;

        Lines(String name, OpenedInput input, RecordClassifier classifier) {
            this.input = input;
            this.classifier = classifier;
            this.gathering = new LineGathering(name, input, sorter, withOrigin);
            position = "";
        }

        @Override
        public void read() throws IOException {
            LineBlocks lines = new LineBlocks(input.bytes(), pool);
            for (LineBlock block = lines.next(); block != null; block = lines.next()) {
                if (block.open()) {
                    readHere(lines, block);
                } else {
                    LineBlock whole = block;
                    long firstNumber = nextBlock();
                    tasks.add(() -> {
                        GatheredLines gathered = gathering.read(whole, firstNumber);
                        pool.giveBack(whole.bytes());
                        return gathered;
                    });
                }
            }
        }

        /** A line that is longer than a block, or that reading fails in. */
        private void readHere(LineBlocks lines, LineBlock block) throws IOException {
            tasks.finish();
            JsonInput json =
                    JsonInput.ofLines(input, lines.withRest(block), classifier, block.firstLine(), Integer.MAX_VALUE);
            try {
                json.read();
            } finally {
                position = json.position().isEmpty() ? position : json.position();
                pool.giveBack(block.bytes());
            }
        }

        @Override
        public String position() {
            return position;
        }
    }
}
