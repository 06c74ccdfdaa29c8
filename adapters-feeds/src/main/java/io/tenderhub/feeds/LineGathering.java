package io.tenderhub.feeds;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.tenderhub.ingestion.Reject;
import io.tenderhub.tender.Source;
import io.tenderhub.tender.Warning;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;

/** Puts the releases of blocks of lines of one input into a sorter. Used by many threads at once. */
final class LineGathering {
    /** A release has more bytes than it takes to write these numbers, so the releases of lines before have lower ones. */
    private static final int BITS_OF_A_LINE = 15;

    private final byte[] nameBytes;
    private final LinesReader usual;
    private final RecordSorter sorter;
    private final boolean withOrigin;
    private final boolean plain;

    LineGathering(String name, OpenedInput input, RecordSorter sorter, boolean withOrigin) {
        this.nameBytes = name.getBytes(StandardCharsets.UTF_8);
        this.usual = new LinesReader(name, input);
        this.sorter = sorter;
        this.withOrigin = withOrigin;
        this.plain = input.encoding().isEmpty() && input.warnings().isEmpty();
    }

    /**
     * @param block not open; not needed any more afterwards
     * @param firstNumber of the releases in it
     */
    GatheredLines read(LineBlock block, long firstNumber) {
        Lines lines = new Lines(block, firstNumber);
        lines.read();
        return new GatheredLines(lines.releases, lines.others, lines.position);
    }

    /** Lines that are not one sound release are read as any others are, together with neighbours like that. */
    private final class Lines implements RecordSink {
        private final LineBlock block;
        private final long firstNumber;
        private final RecordWriter writer = new RecordWriter(sorter, withOrigin);
        private final List<Consumer<OtherRecordSink>> others = new ArrayList<>();
        private long releases;
        private String position = "";

        Lines(LineBlock block, long firstNumber) {
            this.block = block;
            this.firstNumber = firstNumber;
        }

        void read() {
            byte[] bytes = block.bytes();
            int oddFrom = 0;
            long oddLine = block.firstLine();
            long line = block.firstLine();
            int from = 0;
            long lastSound = 0;
            while (from < block.length()) {
                int to = LineBlocks.lineEnd(bytes, from, block.length());
                int after = Math.min(to + 1, block.length());
                number(line);
                if (plain && writer.add(bytes, from, to, nameBytes, line)) {
                    odd(oddFrom, from, oddLine);
                    releases++;
                    lastSound = line;
                    oddFrom = after;
                    oddLine = line + 1;
                }
                from = after;
                line++;
            }
            position = lastSound == 0 ? "" : "line " + lastSound;
            odd(oddFrom, from, oddLine);
            writer.handOver();
        }

        private void number(long line) {
            writer.goOnFrom(firstNumber + (line - block.firstLine() << BITS_OF_A_LINE));
        }

        private void odd(int from, int to, long firstLine) {
            if (from == to) {
                return;
            }
            number(firstLine);
            String last = usual.read(block.bytes(), from, to, firstLine, this);
            if (!last.isEmpty()) {
                position = last;
            }
        }

        @Override
        public void release(PublishedRelease release) {
            releases++;
            writer.add(release);
        }

        @Override
        public void record(List<PublishedRelease> several) {
            several.forEach(this::release);
        }

        @Override
        public void portalRow(ObjectNode row, Source source, List<Warning> warnings) {
            others.add(sink -> sink.portalRow(row, source, warnings));
        }

        @Override
        public void csvRow(Map<String, String> row, Source source, List<Warning> warnings) {
            others.add(sink -> sink.csvRow(row, source, warnings));
        }

        @Override
        public void reject(Reject reject) {
            others.add(sink -> sink.reject(reject));
        }
    }
}
