package io.tenderhub.feeds;

import java.util.concurrent.ConcurrentLinkedQueue;

/** Arrays for blocks of lines, used again and again: making and clearing a new one for each block costs more than reading it. */
final class BlockPool {
    private final int size;
    private final ConcurrentLinkedQueue<byte[]> free = new ConcurrentLinkedQueue<>();

    /** @param size of each array, at least 2 */
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
        return array == null ? new byte[size] : array;
    }

    /** Takes back an array of {@link #take} that nobody looks at any more. Not giving one back is no harm. */
    void giveBack(byte[] array) {
        free.add(array);
    }
}
