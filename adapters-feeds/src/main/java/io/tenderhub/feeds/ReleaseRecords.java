package io.tenderhub.feeds;

import io.tenderhub.feeds.published.GrowingBytes;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Arrays;

/**
 * Releases as records of bytes, one behind the other, as they also stand in temporary files: what they are ordered by, their
 * JSON, and where they come from. A record is known by the array it is in and the place where it begins.
 */
final class ReleaseRecords {
    static final int HEADER = 48;

    private static final VarHandle INTS = MethodHandles.byteArrayViewVarHandle(int[].class, ByteOrder.BIG_ENDIAN);
    private static final VarHandle LONGS = MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.BIG_ENDIAN);
    private static final int LENGTH = 0;
    private static final int JSON_LENGTH = 4;
    private static final int OCID = 8;
    private static final int OCID_LENGTH = 12;
    private static final int ORIGIN = 16;
    private static final int SOUND = 20;
    private static final int SECOND = 24;
    private static final int NANO = 32;
    private static final int NUMBER = 40;

    private final GrowingBytes bytes;

    ReleaseRecords(int capacity) {
        bytes = new GrowingBytes(capacity);
    }

    /** Where the JSON of a record, and what else belongs to it, is written to. */
    GrowingBytes bytes() {
        return bytes;
    }

    /** Leaves room for a record's header; its JSON is to be written next. */
    int begin() {
        int at = bytes.length();
        bytes.setLength(at + HEADER);
        return at;
    }

    /**
     * Ends a record that was begun and of which all else is written.
     *
     * @param at where it was begun
     * @param jsonTo where the JSON ends
     * @param ocidFrom where the ocid stands, within the JSON or behind it
     * @param origin where what is known of its origin begins, which goes to the end
     * @param sound whether the JSON may be merged as text
     * @param number of the release in input order, which decides between equal dates
     */
    void end(
            int at,
            int jsonTo,
            int ocidFrom,
            int ocidTo,
            int origin,
            boolean sound,
            long epochSecond,
            int nano,
            long number) {
        byte[] array = bytes.array();
        INTS.set(array, at + LENGTH, bytes.length() - at);
        INTS.set(array, at + JSON_LENGTH, jsonTo - at - HEADER);
        INTS.set(array, at + OCID, ocidFrom - at);
        INTS.set(array, at + OCID_LENGTH, ocidTo - ocidFrom);
        INTS.set(array, at + ORIGIN, origin - at);
        INTS.set(array, at + SOUND, sound ? 1 : 0);
        LONGS.set(array, at + SECOND, epochSecond);
        LONGS.set(array, at + NANO, (long) nano);
        LONGS.set(array, at + NUMBER, number);
    }

    static int length(byte[] array, int at) {
        return (int) INTS.get(array, at + LENGTH);
    }

    static int jsonFrom(int at) {
        return at + HEADER;
    }

    static int jsonTo(byte[] array, int at) {
        return at + HEADER + (int) INTS.get(array, at + JSON_LENGTH);
    }

    static boolean isSound(byte[] array, int at) {
        return (int) INTS.get(array, at + SOUND) != 0;
    }

    static int originFrom(byte[] array, int at) {
        return at + (int) INTS.get(array, at + ORIGIN);
    }

    static int ocidFrom(byte[] array, int at) {
        return at + (int) INTS.get(array, at + OCID);
    }

    static int ocidLength(byte[] array, int at) {
        return (int) INTS.get(array, at + OCID_LENGTH);
    }

    static String ocid(byte[] array, int at) {
        return new String(array, ocidFrom(array, at), ocidLength(array, at), StandardCharsets.UTF_8);
    }

    static Instant date(byte[] array, int at) {
        return Instant.ofEpochSecond((long) LONGS.get(array, at + SECOND), (long) LONGS.get(array, at + NANO));
    }

    static boolean sameOcid(byte[] a, int atA, byte[] b, int atB) {
        return ocidLength(a, atA) == ocidLength(b, atB) && compareOcids(a, atA, b, atB) == 0;
    }

    private static int compareOcids(byte[] a, int atA, byte[] b, int atB) {
        int fromA = ocidFrom(a, atA);
        int fromB = ocidFrom(b, atB);
        return Utf8.compare(a, fromA, fromA + ocidLength(a, atA), b, fromB, fromB + ocidLength(b, atB));
    }

    /** By ocid, date and number. */
    static int compare(byte[] a, int atA, byte[] b, int atB) {
        int order = compareOcids(a, atA, b, atB);
        if (order == 0) {
            order = compareLongs(a, atA, b, atB, SECOND);
        }
        if (order == 0) {
            order = compareLongs(a, atA, b, atB, NANO);
        }
        return order == 0 ? compareLongs(a, atA, b, atB, NUMBER) : order;
    }

    private static int compareLongs(byte[] a, int atA, byte[] b, int atB, int field) {
        return Long.compare((long) LONGS.get(a, atA + field), (long) LONGS.get(b, atB + field));
    }

    /** How many bytes of their ocids two records have in common at the beginning. */
    static int commonBeginning(byte[] a, int atA, byte[] b, int atB) {
        int fromA = ocidFrom(a, atA);
        int fromB = ocidFrom(b, atB);
        int lengthA = ocidLength(a, atA);
        int lengthB = ocidLength(b, atB);
        int at = Arrays.mismatch(a, fromA, fromA + lengthA, b, fromB, fromB + lengthB);
        return at < 0 ? lengthA : at;
    }

    /** The eight bytes of an ocid from one on as an unsigned number, which orders records whose ocids are the same before it. */
    static long prefix(byte[] array, int at, int from) {
        int begin = ocidFrom(array, at);
        int length = ocidLength(array, at);
        long prefix = 0;
        for (int i = from; i < from + Long.BYTES; i++) {
            prefix = prefix << 8 | (i < length ? Utf8.rank(array[begin + i]) : 0);
        }
        return prefix;
    }
}
