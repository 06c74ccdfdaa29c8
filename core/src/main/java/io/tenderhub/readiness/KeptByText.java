package io.tenderhub.readiness;

import org.jspecify.annotations.Nullable;

/** Keeps what was made for a text, within {@link KeptEntries}. Long texts are not kept, so that memory is bounded whatever they are. */
final class KeptByText<V> {
    static final int LONGEST = 200;

    private final KeptEntries<Entry<V>> entries;

    /**
     * @param most that are kept, a power of two
     */
    KeptByText(int most) {
        this.entries = new KeptEntries<>(most);
    }

    @Nullable
    V get(String text) {
        Entry<V> entry = entries.get(hash(text));
        return entry != null && entry.text.equals(text) ? entry.value : null;
    }

    V keep(String text, V value) {
        if (text.length() <= LONGEST) {
            entries.set(hash(text), new Entry<>(text, value));
        }
        return value;
    }

    private static int hash(String text) {
        int hash = text.hashCode();
        return hash ^ hash >>> 16;
    }

    private record Entry<V>(String text, V value) {}
}
