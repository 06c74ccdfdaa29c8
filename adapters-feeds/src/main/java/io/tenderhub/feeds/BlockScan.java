package io.tenderhub.feeds;

import io.tenderhub.feeds.quick.ReleaseScanner;
import io.tenderhub.tender.Source;
import io.tenderhub.tender.Tender;

/** Reads one block line by line by the quick way; lines that are declined go through the usual way, neighbours together. */
final class BlockScan implements ReleaseScanner.Place {
    private final byte[] bytes;
    private final int length;
    private final LinesReader reader;
    private final ReleaseScanner scanner;
    private final BlockSink<?> sink;
    private final boolean asciiOnly;
    private long line;
    private long lastQuick;
    private String position = "";

    BlockScan(LineBlock block, LinesReader reader, ReleaseScanner scanner, BlockSink<?> sink) {
        this.bytes = block.bytes();
        this.length = block.length();
        this.line = block.firstLine();
        this.reader = reader;
        this.scanner = scanner;
        this.sink = sink;
        this.asciiOnly = reader.input().encoding().isPresent();
    }

    @Override
    public Source source() {
        return new Source(reader.name(), place(line), Source.Format.OCDS);
    }

    private static String place(long number) {
        return "line " + number;
    }

    /** Reads all and gives the position of the last line that is not blank; empty if all are. */
    String scan() {
        // The last line of an input may lack its line break, which the scanner needs; behind the block there is room
        // for it.
        bytes[length] = '\n';
        int declined = 0;
        long declinedLine = line;
        int from = 0;
        while (from < length) {
            Tender tender = scanner.scan(bytes, from, asciiOnly, this);
            if (tender == null) {
                from = afterLine(from);
            } else {
                readDeclined(declined, from, declinedLine);
                int end = Math.min(scanner.end(), length);
                sink.release(new QuickRelease(tender, reader, bytes, from, end, line));
                lastQuick = line;
                position = "";
                from = end;
                declined = end;
                declinedLine = line + 1;
            }
            line++;
        }
        readDeclined(declined, length, declinedLine);
        return position.isEmpty() && lastQuick > 0 ? place(lastQuick) : position;
    }

    private void readDeclined(int from, int to, long number) {
        if (from < to) {
            position = reader.read(bytes, from, to, number, sink);
        }
    }

    private int afterLine(int from) {
        int end = from;
        while (end < length && bytes[end] != '\n') {
            end++;
        }
        return Math.min(end + 1, length);
    }
}
