package io.tenderhub.spark;

import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.NoSuchElementException;
import org.jspecify.annotations.Nullable;

/** Divides lines into bulks, never between two that belong together. */
final class Bulks implements Iterator<Bulk> {
    private final Iterator<Line> lines;
    private final int size;
    private @Nullable Line next;

    /** @param size characters from which on a bulk is full */
    Bulks(Iterator<Line> lines, int size) {
        this.lines = lines;
        this.size = size;
        this.next = following();
    }

    @Override
    public boolean hasNext() {
        return next != null;
    }

    @Override
    public Bulk next() {
        Line line = next;
        if (line == null) {
            throw new NoSuchElementException();
        }
        List<Line> bulk = new ArrayList<>();
        long characters = 0;
        Line before = line;
        while (line != null && (characters < size || line.belongsTo(before))) {
            bulk.add(line);
            characters += line.text().length();
            before = line;
            line = following();
        }
        next = line;
        return new Bulk(bulk);
    }

    private @Nullable Line following() {
        return lines.hasNext() ? lines.next() : null;
    }
}
