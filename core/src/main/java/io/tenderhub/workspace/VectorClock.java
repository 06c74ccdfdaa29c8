package io.tenderhub.workspace;

import java.util.Collection;
import java.util.HashMap;
import java.util.Map;

/**
 * Which changes somebody has seen: of each writer all up to a count, and none of the writers it does not name.
 *
 * @param counts by writer, each above zero
 */
public record VectorClock(Map<String, Long> counts) {
    /** Has seen nothing. */
    public static final VectorClock NOTHING = new VectorClock(Map.of());

    /** How two clocks stand to each other. */
    public enum Order {
        SAME,
        /** Everything that the first has seen the second has, and more. */
        BEFORE,
        /** The first has seen everything that the second has, and more. */
        AFTER,
        /** Each has seen something that the other has not. */
        CONCURRENT
    }

    public VectorClock {
        counts = Map.copyOf(counts);
        counts.forEach(Dot::new);
    }

    /** How many changes of this writer were seen, 0 for none. */
    public long count(String writer) {
        return counts.getOrDefault(writer, 0L);
    }

    public boolean covers(Dot change) {
        return count(change.writer()) >= change.count();
    }

    /** Whether everything that the other one has seen was seen. */
    public boolean covers(VectorClock other) {
        return other.counts.entrySet().stream().allMatch(seen -> count(seen.getKey()) >= seen.getValue());
    }

    boolean coversAll(Collection<Dot> changes) {
        return changes.stream().allMatch(this::covers);
    }

    public Order compare(VectorClock other) {
        boolean covers = covers(other);
        boolean covered = other.covers(this);
        if (covers && covered) {
            return Order.SAME;
        }
        if (covers) {
            return Order.AFTER;
        }
        return covered ? Order.BEFORE : Order.CONCURRENT;
    }

    /** What either has seen. */
    public VectorClock merge(VectorClock other) {
        Map<String, Long> merged = new HashMap<>(counts);
        other.counts.forEach((writer, count) -> merged.merge(writer, count, Math::max));
        return new VectorClock(merged);
    }

    /** With everything of its writer up to this change. */
    public VectorClock with(Dot change) {
        return merge(new VectorClock(Map.of(change.writer(), change.count())));
    }

    /** The next change of a writer. */
    Dot next(String writer) {
        return new Dot(writer, count(writer) + 1);
    }
}
