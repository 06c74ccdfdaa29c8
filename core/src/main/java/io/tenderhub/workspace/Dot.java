package io.tenderhub.workspace;

import static java.util.Objects.requireNonNull;

import java.util.Comparator;

/**
 * Names one change of an entry, and no other.
 *
 * @param writer who made it, as the audit trail shows him
 * @param count above zero; of two changes by the same writer the later one has the higher count
 */
public record Dot(String writer, long count) implements Comparable<Dot> {
    private static final Comparator<Dot> ORDER =
            Comparator.comparing(Dot::writer).thenComparingLong(Dot::count);

    public Dot {
        requireNonNull(writer);
        if (count < 1) {
            throw new IllegalArgumentException("changes are counted from 1, not " + count);
        }
    }

    /** By writer, then by count; tells nothing about which came first. */
    @Override
    public int compareTo(Dot other) {
        return ORDER.compare(this, other);
    }
}
