package io.tenderhub.feeds.published;

import java.util.Arrays;

/** Bytes that are written one after the other into an array, which grows and is used again. Not thread-safe. */
public final class GrowingBytes {
    private byte[] bytes;
    private int length;

    public GrowingBytes(int capacity) {
        bytes = new byte[capacity];
    }

    /** The array as it is now, of which {@link #length} bytes are written; the next that is written may replace it. */
    public byte[] array() {
        return bytes;
    }

    public int length() {
        return length;
    }

    /** How much can be written before the array has to grow. */
    public int room() {
        return bytes.length - length;
    }

    /** Forgets all but the first bytes, or leaves a gap to be filled in later. */
    public void setLength(int newLength) {
        if (newLength > length) {
            grow(newLength - length);
        }
        length = newLength;
    }

    public void write(int one) {
        grow(1);
        bytes[length++] = (byte) one;
    }

    public void write(byte[] from) {
        write(from, 0, from.length);
    }

    public void write(byte[] from, int offset, int count) {
        grow(count);
        System.arraycopy(from, offset, bytes, length, count);
        length += count;
    }

    private void grow(int more) {
        if (more > bytes.length - length) {
            long wanted = Math.max(length + (long) more, bytes.length * 2L);
            if (length + (long) more > Integer.MAX_VALUE - 16) {
                throw new OutOfMemoryError("more than an array holds: " + (length + (long) more) + " bytes");
            }
            bytes = Arrays.copyOf(bytes, (int) Math.min(wanted, Integer.MAX_VALUE - 16));
        }
    }
}
