package io.tenderhub.feeds;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.SequenceInputStream;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * Cuts an opened input of JSON Lines into blocks of whole lines, which may then be worked on by many threads: in this layout no
 * line depends on another, also not after a broken one, and {@link JsonInput#ofLines} reads the lines of a block exactly as it
 * reads them within their input. Each byte is copied once, into its block. Memory is a block, however long a line is.
 *
 * <p>Only for {@link JsonLayout#LINES}; every other input has to go through {@link JsonInput} from beginning to end on one
 * thread. Where reading fails, all before it is given out first. Used by one thread; does not close the input.
 */
final class LineBlocks {
    /** Some hundred releases: worth handing to another thread, and few enough that blocks under way need little memory. */
    static final int USUAL_SIZE = 1024 * 1024;

    /** What {@link JsonBytes} asks for at once: damaged gzip data then gives as much before its failure here as there. */
    private static final int MOST_AT_ONCE = 64 * 1024;

    private static final int PIECE = 4096;
    private static final VarHandle LONGS = MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.LITTLE_ENDIAN);
    private static final long LOW_BITS = 0x7f7f7f7f7f7f7f7fL;
    private static final long LINE_BREAKS = 0x0a0a0a0a0a0a0a0aL;

    private final InputStream in;
    private final BlockPool pool;
    private final int atOnce;
    private byte[] carried = new byte[0];
    private long line = 1;
    private boolean ended;
    private @Nullable IOException failure;
    private @Nullable Rest rest;

    /** @param in {@link OpenedInput#bytes()} */
    LineBlocks(InputStream in, BlockPool pool) {
        this.in = in;
        this.pool = pool;
        this.atOnce = Math.min(MOST_AT_ONCE, pool.size() / 2);
    }

    /**
     * The next lines; null at the end. The array comes from the pool. Never throws for an input that can't be read on: the last
     * block then is open and its rest fails.
     */
    @Nullable
    LineBlock next() {
        skipRest();
        byte[] bytes = pool.take();
        int length = carried.length;
        System.arraycopy(carried, 0, bytes, 0, length);
        carried = new byte[0];
        while (!ended && length + atOnce <= pool.size()) {
            length += read(bytes, length);
        }
        boolean open = failure != null;
        int end = length;
        if (!ended) {
            end = afterLastLineBreak(bytes, length);
            open = end == 0;
            end = open ? length : end;
        }
        if (end == 0 && !open) {
            pool.giveBack(bytes);
            return null;
        }
        carried = Arrays.copyOfRange(bytes, end, length);
        LineBlock block = new LineBlock(bytes, end, line, open);
        line += lineBreaks(bytes, end);
        rest = open ? new Rest() : null;
        return block;
    }

    /** All of an open block: its bytes and what follows of its last line, once. Fails where reading the input failed. */
    InputStream withRest(LineBlock block) {
        InputStream bytes = new ByteArrayInputStream(block.bytes(), 0, block.length());
        return rest == null ? bytes : new SequenceInputStream(bytes, rest);
    }

    /** Reads once; nothing at the end or at a failure. */
    private int read(byte[] into, int from) {
        try {
            int count = in.read(into, from, atOnce);
            ended = count <= 0;
            return Math.max(0, count);
        } catch (IOException e) {
            failure = e;
            ended = true;
            return 0;
        }
    }

    private void skipRest() {
        try {
            while (rest != null && rest.read() >= 0) {
                // Whoever read the block gave up on its last line.
            }
        } catch (IOException alreadySeen) {
            // A failure ends the input; it was for whoever read the block.
        }
        rest = null;
        failure = null;
    }

    private static int afterLastLineBreak(byte[] bytes, int length) {
        int end = length;
        while (end > 0 && bytes[end - 1] != '\n') {
            end--;
        }
        return end;
    }

    /** Where the line that a place is in ends: at its line break, or at the end of all. */
    static int lineEnd(byte[] bytes, int from, int length) {
        int i = from;
        for (; i + Long.BYTES <= length; i += Long.BYTES) {
            long different = (long) LONGS.get(bytes, i) ^ LINE_BREAKS;
            long found = ~(((different & LOW_BITS) + LOW_BITS) | different | LOW_BITS);
            if (found != 0) {
                return i + (Long.numberOfTrailingZeros(found) >> 3);
            }
        }
        while (i < length && bytes[i] != '\n') {
            i++;
        }
        return i;
    }

    /** In pieces, so that the loop over one is compiled by itself, as what is called often is. */
    private static int lineBreaks(byte[] bytes, int length) {
        int count = 0;
        for (int from = 0; from < length; from += PIECE) {
            count += lineBreaks(bytes, from, Math.min(length, from + PIECE));
        }
        return count;
    }

    private static int lineBreaks(byte[] bytes, int from, int to) {
        int count = 0;
        int i = from;
        for (; i + Long.BYTES <= to; i += Long.BYTES) {
            long different = (long) LONGS.get(bytes, i) ^ LINE_BREAKS;
            // The highest bit of each byte that is zero.
            count += Long.bitCount(~(((different & LOW_BITS) + LOW_BITS) | different | LOW_BITS));
        }
        for (; i < to; i++) {
            count += bytes[i] == '\n' ? 1 : 0;
        }
        return count;
    }

    /** What follows of a line after its block, with its line break. */
    private final class Rest extends InputStream {
        private byte[] bytes = new byte[0];
        private int next;
        private int end;
        private boolean lineEnded;

        @Override
        public int read() throws IOException {
            byte[] one = new byte[1];
            return read(one, 0, 1) < 0 ? -1 : one[0] & 0xff;
        }

        @Override
        public int read(byte[] into, int offset, int length) throws IOException {
            if (length == 0) {
                return 0;
            }
            if (next == end && !fill()) {
                return -1;
            }
            int count = Math.min(length, end - next);
            System.arraycopy(bytes, next, into, offset, count);
            next += count;
            return count;
        }

        private boolean fill() throws IOException {
            if (lineEnded || ended && failure == null) {
                return false;
            }
            if (bytes.length == 0) {
                bytes = new byte[atOnce];
            }
            int count = ended ? 0 : LineBlocks.this.read(bytes, 0);
            if (failure != null) {
                throw failure;
            }
            next = 0;
            end = 0;
            while (end < count && !lineEnded) {
                lineEnded = bytes[end++] == '\n';
            }
            if (lineEnded) {
                line++;
                carried = Arrays.copyOfRange(bytes, end, count);
            }
            return end > 0;
        }
    }
}
