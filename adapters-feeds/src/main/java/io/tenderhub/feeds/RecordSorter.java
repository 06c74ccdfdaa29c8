package io.tenderhub.feeds;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.concurrent.locks.ReentrantLock;

/**
 * Puts any number of records in order, which many threads may add. Keeps them in memory up to a limit and writes them to sorted
 * temporary files beyond it: the thread that reaches the limit writes, while the others go on. Closing removes the files.
 */
final class RecordSorter implements AutoCloseable {
    private static final int MOST_FILES = 256;
    private static final int MOST_AT_ONCE = 1024 * 1024 - 64;
    private static final int LEAST_AT_ONCE = 8 * 1024;
    private static final int READ_AT_ONCE = 256 * 1024;

    private final Path folder;
    private final long memory;
    private final int usualSize;
    private final Deque<ReleaseRecords> open = new ArrayDeque<>();
    private final Deque<ReleaseRecords> free = new ArrayDeque<>();
    private final ReentrantLock writing = new ReentrantLock();
    private List<ReleaseRecords> full = new ArrayList<>();
    private List<RecordFile> files = new ArrayList<>();
    private long held;
    private long beingWritten;
    private boolean closed;

    RecordSorter(Path folder, long memory) {
        this.folder = folder;
        this.memory = memory;
        this.usualSize = (int) Math.max(LEAST_AT_ONCE, Math.min(MOST_AT_ONCE, memory / 32));
    }

    /**
     * Where a thread may write records until it gives it back; waits while too much is to be written to the disk.
     *
     * @param room for how much to be written at least; more makes it grow
     */
    synchronized ReleaseRecords borrow(int room) {
        try {
            while (beingWritten > 0 && held + beingWritten > memory && !closed) {
                wait();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted while releases are written to the disk", e);
        }
        ReleaseRecords last = open.poll();
        if (last != null) {
            held -= last.bytes().length();
            if (last.bytes().room() >= room) {
                return last;
            }
            held += last.bytes().length();
            full.add(last);
        }
        ReleaseRecords empty = room <= usualSize ? free.poll() : null;
        // Few releases need little.
        long size = Math.min(usualSize, LEAST_AT_ONCE + held + beingWritten);
        return empty == null ? new ReleaseRecords((int) Math.max(size, room)) : empty;
    }

    /** Takes back what was borrowed; writes all that is held to the disk if that is too much by now. */
    void giveBack(ReleaseRecords records) {
        List<ReleaseRecords> tooMuch;
        synchronized (this) {
            open.add(records);
            held += records.bytes().length();
            if (held <= memory / 2) {
                return;
            }
            tooMuch = takeAll();
        }
        try {
            writing.lock();
            try {
                write(tooMuch);
            } finally {
                writing.unlock();
            }
        } finally {
            written(tooMuch);
        }
    }

    private List<ReleaseRecords> takeAll() {
        List<ReleaseRecords> all = full;
        all.addAll(open);
        full = new ArrayList<>();
        open.clear();
        beingWritten += held;
        held = 0;
        return all;
    }

    private synchronized void written(List<ReleaseRecords> records) {
        for (ReleaseRecords some : records) {
            beingWritten -= some.bytes().length();
            some.bytes().setLength(0);
            if (some.bytes().room() == usualSize && !closed) {
                free.add(some);
            }
        }
        notifyAll();
    }

    /** Called while this thread alone writes. */
    private void write(List<ReleaseRecords> records) {
        try {
            if (files.size() == MOST_FILES) {
                files.forEach(file -> file.readBy(bufferSize(MOST_FILES)));
                RecordFile one = RecordFile.write(new MergedRecords(files), folder);
                List<RecordFile> merged = files;
                files = new ArrayList<>(List.of(one));
                closeAll(merged);
            }
            files.add(RecordFile.write(new RecordsInMemory(records), folder));
        } catch (IOException e) {
            throw new UncheckedIOException("can't write temporary files in " + folder, e);
        }
    }

    private int bufferSize(int count) {
        return (int) Math.max(LEAST_AT_ONCE, Math.min(READ_AT_ONCE, memory / 2 / count));
    }

    /** All of them in order, when nothing is borrowed any more; can be asked for once. */
    synchronized RecordCursor sorted() {
        List<ReleaseRecords> rest = takeAll();
        if (files.isEmpty()) {
            return new RecordsInMemory(rest);
        }
        if (beingWritten > 0) {
            write(rest);
        }
        free.clear();
        files.forEach(file -> file.readBy(bufferSize(files.size())));
        return new MergedRecords(files);
    }

    /** To be called when no other thread uses this any more. */
    @Override
    public synchronized void close() {
        closed = true;
        full.clear();
        open.clear();
        free.clear();
        List<RecordFile> all = files;
        files = new ArrayList<>();
        try {
            closeAll(all);
        } catch (IOException e) {
            throw new UncheckedIOException("temporary files in " + folder + " can't be removed", e);
        }
    }

    private static void closeAll(List<RecordFile> files) throws IOException {
        IOException failure = null;
        for (RecordFile file : files) {
            try {
                file.close();
            } catch (IOException e) {
                failure = e;
            }
        }
        if (failure != null) {
            throw failure;
        }
    }
}
