package io.tenderhub.feeds;

import java.io.IOException;
import java.io.InputStream;
import java.util.Arrays;

/**
 * Steps through JSON text without understanding more than its brackets and strings, so that each release can be cut out and
 * parsed by itself: a value that is not valid JSON inside costs only itself. What is recorded is bounded by a limit.
 */
final class JsonBytes {
    private static final int BUFFER = 64 * 1024;

    private final InputStream in;
    private final int limit;
    private final LineBreaks lineBreaks;
    private final byte[] buffer;
    private int next;
    private int end;
    private long line;
    private long column = 1;
    private boolean lineBegun;

    private boolean recording;
    private boolean tooLong;
    private long recordedFromLine;
    private byte[] recorded;
    private int recordedLength;

    /** Where a line may end within a value. */
    enum LineBreaks {
        /** Anywhere, also within a text, which some publishers do. */
        ANYWHERE,
        /** Between values, not within texts. */
        OUTSIDE_TEXTS,
        /** Nowhere: each line is a value of its own. */
        NOWHERE
    }

    /**
     * @param limit of what is recorded, in bytes
     * @param firstLine number of the line that begins with the first byte
     * @param expected about how many bytes there are; for few, little memory is taken
     */
    JsonBytes(InputStream in, int limit, LineBreaks lineBreaks, long firstLine, int expected) {
        this.in = in;
        this.limit = limit;
        this.lineBreaks = lineBreaks;
        this.line = firstLine;
        this.buffer = new byte[Math.min(BUFFER, expected)];
        this.recorded = new byte[buffer.length];
    }

    long line() {
        return line;
    }

    /** Whether only blanks were taken of the current line. */
    boolean atLineStart() {
        return !lineBegun;
    }

    /** The next byte without taking it; -1 at the end. */
    int peek() throws IOException {
        if (next == end) {
            end = Math.max(0, in.read(buffer));
            next = 0;
            if (end == 0) {
                return -1;
            }
        }
        return buffer[next] & 0xff;
    }

    int take() throws IOException {
        int taken = peek();
        if (taken < 0) {
            return taken;
        }
        next++;
        if (taken == '\n') {
            line++;
            column = 1;
            lineBegun = false;
        } else {
            column++;
            lineBegun |= !isBlank(taken);
        }
        if (recording) {
            record((byte) taken);
        }
        return taken;
    }

    /** The next byte that is not blank, without taking it; within a value, where the end of the text is an error. */
    int peekWithin() throws IOException, BrokenJsonException {
        int found = peek();
        while (isBlank(found)) {
            if (found == '\n' && lineBreaks == LineBreaks.NOWHERE) {
                throw broken("the line is cut off");
            }
            take();
            found = peek();
        }
        if (found < 0) {
            throw broken("cut off");
        }
        return found;
    }

    void expect(int wanted) throws IOException, BrokenJsonException {
        int found = peekWithin();
        if (found != wanted) {
            throw broken("not valid JSON: '" + (char) wanted + "' expected");
        }
        take();
    }

    /** Takes a text and gives its beginning, which is enough to know a field by. */
    String takeName() throws IOException, BrokenJsonException {
        expect('"');
        StringBuilder name = new StringBuilder();
        while (true) {
            int taken = takeWithinText();
            if (taken == '"') {
                return name.toString();
            }
            if (taken == '\\') {
                takeWithinText();
                taken = '\\';
            }
            if (name.length() < 64) {
                name.append((char) taken);
            }
        }
    }

    /** Takes a whole value. */
    void takeValue() throws IOException, BrokenJsonException {
        int first = peekWithin();
        if (first == '{' || first == '[') {
            take();
            takeToClosing();
        } else if (first == '"') {
            takeText();
        } else if (first == ',' || first == ']' || first == '}' || first == ':') {
            throw broken("not valid JSON: a value expected");
        } else {
            takeBare();
        }
    }

    /** Takes all up to the bracket that closes the one taken before. */
    void takeToClosing() throws IOException, BrokenJsonException {
        long depth = 1;
        while (depth > 0) {
            int found = peekWithin();
            if (found == '"') {
                takeText();
                continue;
            }
            take();
            if (found == '{' || found == '[') {
                depth++;
            } else if (found == '}' || found == ']') {
                depth--;
            }
        }
    }

    private void takeText() throws IOException, BrokenJsonException {
        take();
        int taken = takeWithinText();
        while (taken != '"') {
            if (taken == '\\') {
                takeWithinText();
            }
            taken = takeWithinText();
        }
    }

    private void takeBare() throws IOException, BrokenJsonException {
        int found = peek();
        while (found >= 0 && !isBlank(found) && found != ',' && found != ']' && found != '}' && found != '"') {
            take();
            found = peek();
        }
        if (found < 0) {
            throw broken("cut off");
        }
    }

    private int takeWithinText() throws IOException, BrokenJsonException {
        if (peek() == '\n' && lineBreaks != LineBreaks.ANYWHERE) {
            throw broken("the line is cut off");
        }
        int taken = take();
        if (taken < 0) {
            throw broken("cut off");
        }
        return taken;
    }

    void skipLine() throws IOException {
        int taken;
        do {
            taken = take();
        } while (taken >= 0 && taken != '\n');
    }

    /** Takes blanks, line breaks, NULs and record separators; true if something follows. */
    boolean skipBlanks() throws IOException {
        while (true) {
            int found = peek();
            if (found < 0 || !isBlank(found)) {
                return found >= 0;
            }
            take();
        }
    }

    /** Keeps what is taken from here on, instead of what was kept before. */
    void record() {
        recording = true;
        tooLong = false;
        recordedLength = 0;
        recordedFromLine = line;
        if (recorded.length > 16 * BUFFER) {
            recorded = new byte[BUFFER];
        }
    }

    void stopRecording() {
        recording = false;
    }

    boolean isTooLong() {
        return tooLong;
    }

    byte[] recorded() {
        return recorded;
    }

    int recordedLength() {
        return recordedLength;
    }

    long recordedFromLine() {
        return recordedFromLine;
    }

    BrokenJsonException broken(String reason) {
        return new BrokenJsonException(reason, line, column);
    }

    static boolean isBlank(int found) {
        return found == ' ' || found == '\n' || found == '\r' || found == '\t' || found == 0 || found == 0x1e;
    }

    private void record(byte taken) {
        if (recordedLength == limit) {
            tooLong = true;
            recording = false;
            recorded = new byte[BUFFER];
            recordedLength = 0;
            return;
        }
        if (recordedLength == recorded.length) {
            recorded = Arrays.copyOf(recorded, (int) Math.min(limit, recorded.length * 2L));
        }
        recorded[recordedLength++] = taken;
    }
}
