package io.tenderhub.feeds;

import java.io.BufferedInputStream;
import java.io.BufferedOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Iterator;
import java.util.NoSuchElementException;
import java.util.Optional;

/** Releases in order in a temporary file, which goes when this is closed. */
final class SortedRun implements Iterator<StoredRelease>, AutoCloseable {
    private static final int BUFFER = 64 * 1024;

    private final Path file;
    private final DataInputStream in;
    private Optional<StoredRelease> next;

    private SortedRun(Path file, DataInputStream in) throws IOException {
        this.file = file;
        this.in = in;
        this.next = StoredRelease.read(in);
    }

    static SortedRun write(Iterator<StoredRelease> sorted, Path folder) throws IOException {
        Files.createDirectories(folder);
        Path file = Files.createTempFile(folder, "tenderhub-releases-", ".tmp");
        boolean done = false;
        try {
            try (DataOutputStream out =
                    new DataOutputStream(new BufferedOutputStream(Files.newOutputStream(file), BUFFER))) {
                while (sorted.hasNext()) {
                    sorted.next().write(out);
                }
            }
            SortedRun run = new SortedRun(
                    file, new DataInputStream(new BufferedInputStream(Files.newInputStream(file), BUFFER)));
            done = true;
            return run;
        } finally {
            if (!done) {
                Files.deleteIfExists(file);
            }
        }
    }

    @Override
    public boolean hasNext() {
        return next.isPresent();
    }

    /** The next release, which stays the next one. */
    StoredRelease peek() {
        return next.orElseThrow(NoSuchElementException::new);
    }

    @Override
    public StoredRelease next() {
        StoredRelease taken = peek();
        try {
            next = StoredRelease.read(in);
        } catch (IOException e) {
            throw new UncheckedIOException("temporary file " + file + " can't be read", e);
        }
        return taken;
    }

    @Override
    public void close() {
        try {
            in.close();
            Files.deleteIfExists(file);
        } catch (IOException e) {
            throw new UncheckedIOException("temporary file " + file + " can't be removed", e);
        }
    }
}
