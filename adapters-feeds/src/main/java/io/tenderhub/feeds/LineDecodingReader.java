package io.tenderhub.feeds;

import io.tenderhub.tender.Warning;
import java.io.BufferedInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.Reader;
import java.util.List;

/**
 * The characters of an input, made line by line, so that a line which is not UTF-8 does not spoil the others. Refuses to go on
 * when too much was read since {@link #startCounting()}: an open quote must not swallow a large file into memory.
 */
final class LineDecodingReader extends Reader {
    private static final int LONGEST_PIECE = 64 * 1024;

    private final OpenedInput input;
    private final BufferedInputStream bytes;
    private final int limit;
    private final ByteArrayOutputStream line = new ByteArrayOutputStream();
    private String text = "";
    private int next;
    private long counted;
    private List<Warning> warnings;

    LineDecodingReader(OpenedInput input, int limit) {
        this.input = input;
        this.bytes = new BufferedInputStream(input.bytes(), LONGEST_PIECE);
        this.limit = limit;
        this.warnings = input.warnings();
    }

    /** About what was read so far; once a line was not UTF-8, the later ones carry the warning too. */
    List<Warning> warnings() {
        return warnings;
    }

    void startCounting() {
        counted = 0;
    }

    @Override
    public int read(char[] into, int offset, int length) throws IOException {
        if (next == text.length() && !readLine()) {
            return -1;
        }
        int count = Math.min(length, text.length() - next);
        text.getChars(next, next + count, into, offset);
        next += count;
        counted += count;
        if (counted > limit) {
            throw new IOException("longer than " + limit / (1024 * 1024) + " MB");
        }
        return count;
    }

    private boolean readLine() throws IOException {
        line.reset();
        int found = bytes.read();
        // A long line is cut between characters: bytes above 0x7f belong together in UTF-8.
        while (found >= 0 && found != '\n' && (line.size() < LONGEST_PIECE || found > 0x7f)) {
            line.write(found);
            found = bytes.read();
        }
        if (found >= 0) {
            line.write(found);
        }
        OpenedInput.Text decoded = input.text(line.toByteArray(), line.size());
        text = decoded.text();
        next = 0;
        if (!decoded.warnings().isEmpty()) {
            warnings = decoded.warnings();
        }
        return !text.isEmpty();
    }

    @Override
    public void close() {
        // The input belongs to whoever opened it.
    }
}
