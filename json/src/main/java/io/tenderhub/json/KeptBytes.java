package io.tenderhub.json;

import java.util.concurrent.atomic.AtomicReferenceArray;
import org.jspecify.annotations.Nullable;

/**
 * Keeps what things were written as, for those that are written again and again. Each has one place, and what comes later takes it
 * over, so no more is held than there are places; long writings are not kept. For any number of threads: entries never change.
 */
final class KeptBytes {
    private static final int PLACES = 4096;
    private static final int LONGEST = 1024;

    private final AtomicReferenceArray<@Nullable Entry> entries = new AtomicReferenceArray<>(PLACES);

    /** Writes a thing. */
    @FunctionalInterface
    interface Writing<T> {
        void to(Utf8 target, T value);
    }

    /**
     * Adds what is written for a value.
     *
     * @param hash of the value
     * @param value what equals it is written the same
     */
    <T> void add(Utf8 target, int hash, T value, Writing<T> writing) {
        int place = (hash ^ hash >>> 16) & PLACES - 1;
        Entry known = entries.getAcquire(place);
        if (known != null && known.value.equals(value)) {
            target.add(known.bytes);
            return;
        }
        Utf8 written = new Utf8(256);
        writing.to(written, value);
        byte[] bytes = written.bytes();
        if (bytes.length <= LONGEST) {
            entries.setRelease(place, new Entry(value, bytes));
        }
        target.add(bytes);
    }

    private record Entry(Object value, byte[] bytes) {}
}
