package io.tenderhub.readiness;

import java.util.concurrent.atomic.AtomicReferenceArray;
import org.jspecify.annotations.Nullable;

/**
 * A table of places by hash: what comes later takes a place over, so no more is ever held than there are places. It begins small and
 * grows up to them. For any number of threads without a lock: entries never change, and one that is lost is only made again.
 */
final class KeptEntries<E> {
    private static final int FEWEST = 16;

    private final int most;
    private volatile AtomicReferenceArray<@Nullable E> entries = new AtomicReferenceArray<>(0);
    /** About how many were added since the table grew; threads may miscount. */
    private int added;

    /**
     * @param most places, a power of two
     */
    KeptEntries(int most) {
        this.most = most;
    }

    @Nullable
    E get(int hash) {
        AtomicReferenceArray<@Nullable E> table = entries;
        int length = table.length();
        return length == 0 ? null : table.getAcquire(hash & length - 1);
    }

    void set(int hash, E entry) {
        AtomicReferenceArray<@Nullable E> table = entries;
        if (added >= table.length() && table.length() < most) {
            // What was in the smaller one is made again, which costs no more than it did.
            table = new AtomicReferenceArray<>(Math.min(most, Math.max(FEWEST, 2 * table.length())));
            entries = table;
            added = 0;
        }
        added++;
        table.setRelease(hash & table.length() - 1, entry);
    }
}
