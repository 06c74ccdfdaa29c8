package io.tenderhub.feeds.merge;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.MissingNode;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * The way to a value within a release, objects in lists being told apart by their id instead of their position. Two paths
 * are equal when their steps read the same: an id 1 and an id "1" are one step, as in the reference implementation.
 */
final class FieldPath {
    private final @Nullable FieldPath parent;
    private final String step;
    private final @Nullable JsonNode id;
    private final int hash;

    private FieldPath(@Nullable FieldPath parent, String step, @Nullable JsonNode id) {
        this.parent = parent;
        this.step = step;
        this.id = id;
        this.hash = 31 * (parent == null ? 7 : parent.hash) + step.hashCode();
    }

    static FieldPath property(@Nullable FieldPath parent, String name) {
        return new FieldPath(parent, name, null);
    }

    /** An object in a list with an {@code id}, which may be of any kind, also null. */
    static FieldPath item(FieldPath parent, JsonNode id) {
        return new FieldPath(parent, id.isNull() ? "None" : id.isContainerNode() ? id.toString() : id.asText(), id);
    }

    /** An object in a list without {@code id}: like no other one. */
    static FieldPath itemWithoutId(FieldPath parent, long number) {
        return new FieldPath(parent, "\0item " + number, MissingNode.getInstance());
    }

    boolean isItem() {
        return id != null;
    }

    String step() {
        return step;
    }

    /** The id to write for an item: absent where it had none, or null. */
    @Nullable
    JsonNode idToWrite() {
        return id == null || id.isNull() || id.isMissingNode() ? null : id;
    }

    /** What tells an item from the others in its list: here an id 1 and an id "1" differ, and 1 and 1.0 are the same. */
    String identity() {
        JsonNode own = Objects.requireNonNull(id);
        if (own.isNumber()) {
            return "number " + own.decimalValue().stripTrailingZeros();
        }
        return own.getNodeType() + " " + step;
    }

    boolean isAtOrBelow(FieldPath other) {
        for (FieldPath path = this; path != null; path = path.parent) {
            if (path.equals(other)) {
                return true;
            }
        }
        return false;
    }

    /** From the release down to the value. */
    Deque<FieldPath> fromTheTop() {
        Deque<FieldPath> steps = new ArrayDeque<>();
        for (FieldPath path = this; path != null; path = path.parent) {
            steps.push(path);
        }
        return steps;
    }

    @Override
    public boolean equals(@Nullable Object other) {
        if (!(other instanceof FieldPath that) || hash != that.hash) {
            return false;
        }
        FieldPath mine = this;
        FieldPath theirs = that;
        while (mine != null && theirs != null) {
            if (mine == theirs) {
                return true;
            }
            if (!mine.step.equals(theirs.step)) {
                return false;
            }
            mine = mine.parent;
            theirs = theirs.parent;
        }
        return mine == theirs;
    }

    @Override
    public int hashCode() {
        return hash;
    }

    /** {@code tender.items.1.unit}. */
    @Override
    public String toString() {
        return parent == null ? step : parent + "." + step;
    }
}
