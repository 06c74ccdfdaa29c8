package io.tenderhub.feeds;

import io.tenderhub.feeds.published.GrowingBytes;
import java.util.Arrays;

/** All releases of some ocids, as records in order. */
final class ReleaseGroups {
    private final GrowingBytes bytes;
    private int[] begins = new int[64];
    private int count;

    ReleaseGroups(int capacity) {
        bytes = new GrowingBytes(capacity);
    }

    /** How many ocids there are. */
    int size() {
        return count;
    }

    int bytes() {
        return bytes.length();
    }

    /** The releases that follow are of another ocid. */
    void beginGroup() {
        if (count + 1 == begins.length) {
            begins = Arrays.copyOf(begins, 2 * count + 2);
        }
        begins[count++] = bytes.length();
    }

    void add(byte[] array, int at) {
        bytes.write(array, at, ReleaseRecords.length(array, at));
    }

    /** Takes the last group away, to go on with it in another way. */
    ReleaseGroups takeLast() {
        ReleaseGroups last = new ReleaseGroups(0);
        int begin = begins[count - 1];
        last.beginGroup();
        last.bytes.write(bytes.array(), begin, bytes.length() - begin);
        bytes.setLength(begin);
        count--;
        return last;
    }

    byte[] array() {
        return bytes.array();
    }

    /** Where the first record of a group begins; records follow each other. */
    int begin(int group) {
        return begins[group];
    }

    int end(int group) {
        return group + 1 < count ? begins[group + 1] : bytes.length();
    }
}
