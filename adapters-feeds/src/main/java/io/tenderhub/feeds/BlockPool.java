package io.tenderhub.feeds;

import io.tenderhub.feeds.quick.ReleaseScanner;
import java.util.concurrent.ConcurrentLinkedQueue;

/**
 * Arrays for blocks of lines, used again and again: making and clearing a new one for each block costs more than reading it.
 * They are some bytes longer than what is put into them, so that whoever reads a block may look a little behind its end.
 */
final class BlockPool {
    /** For a line break and what a scanner looks at behind it. */
    private static final int ROOM = 1 + ReleaseScanner.ROOM;

    private final int size;
    private final ConcurrentLinkedQueue<byte[]> free = new ConcurrentLinkedQueue<>();

    /** @param size what each array is to hold, at least 2 bytes */
    BlockPool(int size) {
        if (size < 2) {
            throw new IllegalArgumentException("a block has at least 2 bytes, not " + size);
        }
        this.size = size;
    }

    int size() {
        return size;
    }

    byte[] take() {
        byte[] array = free.poll();
        return array == null ? new byte[size + ROOM] : array;
    }

    /** Takes back an array of {@link #take} that nobody looks at any more. Not giving one back is no harm. */
    void giveBack(byte[] array) {
        free.add(array);
    }
}
