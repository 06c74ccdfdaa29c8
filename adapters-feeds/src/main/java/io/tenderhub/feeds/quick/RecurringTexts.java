package io.tenderhub.feeds.quick;

import java.util.Arrays;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Remembers short texts as they were cleaned, by their bytes: codes, names of buyers and places come again and again. A text takes
 * the place of another one that has the same slot, so memory is bounded. Not thread-safe.
 */
final class RecurringTexts {
    /** In bytes. */
    static final int LONGEST = 64;

    private static final int SLOTS = 2048;
    private static final long MIX = 0x9e3779b97f4a7c15L;

    private final byte[][] published = new byte[SLOTS][];

    @SuppressWarnings({"unchecked", "rawtypes"}) // an array of optionals can't be made otherwise
    private final Optional<String>[] cleaned = new Optional[SLOTS];

    /** Of bytes behind which there are eight more. */
    int slot(byte[] bytes, int from, int length) {
        long hash = length;
        int left = length;
        int at = from;
        for (; left >= Long.BYTES; left -= Long.BYTES, at += Long.BYTES) {
            hash = (hash ^ LineCursor.eight(bytes, at)) * MIX;
            hash ^= hash >>> 32;
        }
        hash = (hash ^ LineCursor.eight(bytes, at) & (1L << 8 * left) - 1) * MIX;
        return (int) (hash >>> 53);
    }

    /** Null if not known. */
    @Nullable
    Optional<String> get(int slot, byte[] bytes, int from, int length) {
        byte[] known = published[slot];
        return known != null && Arrays.equals(known, 0, known.length, bytes, from, from + length)
                ? cleaned[slot]
                : null;
    }

    Optional<String> put(int slot, byte[] bytes, int from, int length, Optional<String> text) {
        published[slot] = Arrays.copyOfRange(bytes, from, from + length);
        cleaned[slot] = text;
        return text;
    }
}
