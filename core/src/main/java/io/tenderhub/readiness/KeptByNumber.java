package io.tenderhub.readiness;

import org.jspecify.annotations.Nullable;

/** Keeps what was made for a number, within {@link KeptEntries}. */
final class KeptByNumber<V> {
    private final KeptEntries<Entry<V>> entries;

    /**
     * @param most that are kept, a power of two
     */
    KeptByNumber(int most) {
        this.entries = new KeptEntries<>(most);
    }

    @Nullable
    V get(long number) {
        Entry<V> entry = entries.get(hash(number));
        return entry != null && entry.number == number ? entry.value : null;
    }

    V keep(long number, V value) {
        entries.set(hash(number), new Entry<>(number, value));
        return value;
    }

    private static int hash(long number) {
        // The upper bits of a product with an odd number of many bits depend on all bits.
        return (int) (number * 0x9E3779B97F4A7C15L >>> 40);
    }

    private record Entry<V>(long number, V value) {}
}
