package io.tenderhub.feeds.published;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;

/** Finds what ends the plain part of a JSON text, eight bytes at a time: most of a release is plain letters. */
public final class TextScan {
    private static final VarHandle LONGS = MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.LITTLE_ENDIAN);
    private static final long ONES = 0x0101010101010101L;
    private static final long HIGH = 0x8080808080808080L;
    private static final long QUOTES = '"' * ONES;
    private static final long BACKSLASHES = '\\' * ONES;
    private static final long SPACES = ' ' * ONES;

    private TextScan() {}

    /** The first quote, backslash, control character or byte outside ASCII; {@code to} if there is none. */
    public static int endOfPlain(byte[] bytes, int from, int to) {
        int at = from;
        for (; at + Long.BYTES <= to; at += Long.BYTES) {
            long eight = (long) LONGS.get(bytes, at);
            long quote = eight ^ QUOTES;
            long backslash = eight ^ BACKSLASHES;
            // The highest bit of each byte that is found; above the first one there may be false ones.
            long found = (quote - ONES & ~quote | backslash - ONES & ~backslash | eight - SPACES | eight) & HIGH;
            if (found != 0) {
                return at + (Long.numberOfTrailingZeros(found) >> 3);
            }
        }
        while (at < to && bytes[at] >= ' ' && bytes[at] != '"' && bytes[at] != '\\') {
            at++;
        }
        return at;
    }

    /** The quote that ends a text which is known to be valid; {@code from} is within it. */
    public static int closingQuote(byte[] bytes, int from) {
        int at = from;
        while (true) {
            if (at + Long.BYTES <= bytes.length) {
                long eight = (long) LONGS.get(bytes, at);
                long quote = eight ^ QUOTES;
                long backslash = eight ^ BACKSLASHES;
                long found = (quote - ONES & ~quote | backslash - ONES & ~backslash) & HIGH;
                if (found == 0) {
                    at += Long.BYTES;
                    continue;
                }
                at += Long.numberOfTrailingZeros(found) >> 3;
            }
            if (bytes[at] == '"') {
                return at;
            }
            at += bytes[at] == '\\' ? 2 : 1;
        }
    }
}
