package io.tenderhub.feeds;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Iterator;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.PriorityQueue;

/**
 * Puts any number of releases in the order of their ocid, date and input. Keeps them in memory up to a limit, and in sorted
 * temporary files beyond it; closing removes them.
 */
final class ReleaseSorter implements AutoCloseable {
    private static final int MOST_RUNS = 64;

    private final Path folder;
    private final long memory;
    private final List<StoredRelease> held = new ArrayList<>();
    private List<SortedRun> runs = new ArrayList<>();
    private long heldBytes;
    private long number;

    ReleaseSorter(Path folder, long memory) {
        this.folder = folder;
        this.memory = memory;
    }

    void add(PublishedRelease release) {
        StoredRelease stored = StoredRelease.of(release, number++);
        held.add(stored);
        heldBytes += stored.size();
        if (heldBytes > memory) {
            spill();
        }
    }

    /** All of them in order; can be asked for once. */
    Iterator<StoredRelease> sorted() {
        held.sort(StoredRelease.ORDER);
        if (runs.isEmpty()) {
            return held.iterator();
        }
        if (!held.isEmpty()) {
            spill();
        }
        return new Merged(runs);
    }

    private void spill() {
        held.sort(StoredRelease.ORDER);
        try {
            runs.add(SortedRun.write(held.iterator(), folder));
            held.clear();
            heldBytes = 0;
            if (runs.size() == MOST_RUNS) {
                List<SortedRun> merged = runs;
                SortedRun one = SortedRun.write(new Merged(merged), folder);
                runs = new ArrayList<>(List.of(one));
                merged.forEach(SortedRun::close);
            }
        } catch (IOException e) {
            throw new UncheckedIOException("can't write temporary files in " + folder, e);
        }
    }

    @Override
    public void close() {
        held.clear();
        runs.forEach(SortedRun::close);
        runs.clear();
    }

    private static final class Merged implements Iterator<StoredRelease> {
        private final PriorityQueue<SortedRun> queue =
                new PriorityQueue<>(Comparator.comparing(SortedRun::peek, StoredRelease.ORDER));

        Merged(List<SortedRun> runs) {
            runs.stream().filter(SortedRun::hasNext).forEach(queue::add);
        }

        @Override
        public boolean hasNext() {
            return !queue.isEmpty();
        }

        @Override
        public StoredRelease next() {
            SortedRun run = queue.poll();
            if (run == null) {
                throw new NoSuchElementException();
            }
            StoredRelease release = run.next();
            if (run.hasNext()) {
                queue.add(run);
            }
            return release;
        }
    }
}
