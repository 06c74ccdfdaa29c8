package io.tenderhub.embedded;

import io.tenderhub.failure.UnavailableException;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/** The folder the servers work in, held by one program at a time through a lock that dies with the program. */
final class StoreFolder {
    private static final String LOCK = "in-use.lock";
    private static final String RUN = "run-";
    private static final Duration YOUNG = Duration.ofMinutes(1);

    private final Path path;
    private final boolean kept;
    private final FileChannel lock;

    private StoreFolder(Path path, boolean kept, FileChannel lock) {
        this.path = path;
        this.kept = kept;
        this.lock = lock;
    }

    /** The given folder, made when missing, with whatever a killed program left running in it ended. */
    static StoreFolder kept(Path given) {
        Path path = given.toAbsolutePath().normalize();
        try {
            Files.createDirectories(path);
            path = path.toRealPath();
            Optional<FileChannel> lock = tryLock(path);
            if (lock.isEmpty()) {
                throw new UnavailableException("data folder " + path, "it is in use by another program", null);
            }
            Leftovers.end(path);
            return new StoreFolder(path, true, lock.get());
        } catch (IOException e) {
            throw new UnavailableException("data folder " + path, Reasons.of(e), e);
        }
    }

    /** A new folder of this user's; those that killed programs left behind are removed first. */
    static StoreFolder thrownAway() {
        Path workplace = Workplace.ofThisUser();
        try {
            sweep(workplace);
            for (int attempt = 0; attempt < FreePort.ATTEMPTS; attempt++) {
                Path path = Files.createTempDirectory(workplace, RUN).toRealPath();
                Optional<FileChannel> lock = tryLock(path);
                if (lock.isPresent()) {
                    return new StoreFolder(path, false, lock.get());
                }
            }
            throw new IOException("no folder could be locked");
        } catch (IOException e) {
            throw new UnavailableException("temporary folder " + workplace, Reasons.of(e), e);
        }
    }

    Path path() {
        return path;
    }

    boolean isKept() {
        return kept;
    }

    /** A folder below, made when missing. */
    Path below(String name) throws IOException {
        return Files.createDirectories(path.resolve(name));
    }

    /** Gives the folder up, and removes it unless it is kept. */
    void release() {
        if (!kept) {
            Trees.remove(path);
        }
        unlock();
    }

    void unlock() {
        try {
            lock.close();
        } catch (IOException e) {
            // Nothing was written through it, and the operating system lets go of the lock in any case.
        }
    }

    private static Optional<FileChannel> tryLock(Path folder) throws IOException {
        FileChannel channel =
                FileChannel.open(folder.resolve(LOCK), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
        try {
            FileLock lock = channel.tryLock();
            if (lock != null) {
                return Optional.of(channel);
            }
        } catch (OverlappingFileLockException e) {
            // Held within this very program, which is as much in use as elsewhere.
        }
        channel.close();
        return Optional.empty();
    }

    private static void sweep(Path workplace) throws IOException {
        Instant young = Instant.now().minus(YOUNG);
        try (DirectoryStream<Path> runs = Files.newDirectoryStream(workplace, RUN + "*")) {
            for (Path run : runs) {
                sweepOne(run, young);
            }
        }
    }

    private static void sweepOne(Path run, Instant young) {
        try {
            if (Files.getLastModifiedTime(run).toInstant().isAfter(young)) {
                return;
            }
            Optional<FileChannel> lock = tryLock(run);
            if (lock.isPresent()) {
                Leftovers.end(run);
                Trees.remove(run);
                lock.get().close();
            }
        } catch (IOException e) {
            // Another program sweeps the same folder; either of us is enough.
        }
    }
}
