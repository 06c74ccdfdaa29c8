package io.tenderhub.embedded;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/** Ends what a killed program left running in a folder this program has locked. */
final class Leftovers {
    static final String POSTGRES = "postgres/postmaster.pid";
    static final String REDIS = "redis/redis.pid";
    static final String MONGO = "mongo/mongod.pid";

    private static final Duration GUARD_PATIENCE = Duration.ofSeconds(30);
    private static final Duration STOP_PATIENCE = Duration.ofSeconds(10);

    private Leftovers() {}

    static void end(Path folder) throws IOException {
        // The guard of the killed program may still be at work; it must not meet the servers about to start.
        Optional<ProcessHandle> guard = process(folder.resolve(Guard.PID_FILE));
        if (guard.isPresent() && !gone(guard.get(), GUARD_PATIENCE)) {
            throw new IOException("the servers of the program that used it before are still being ended");
        }
        for (String pidFile : List.of(POSTGRES, REDIS, MONGO)) {
            Path file = folder.resolve(pidFile);
            Optional<ProcessHandle> left = process(file);
            if (left.isPresent()) {
                left.get().destroy();
                if (!gone(left.get(), STOP_PATIENCE)) {
                    left.get().destroyForcibly();
                    gone(left.get(), STOP_PATIENCE);
                }
            }
            Files.deleteIfExists(file);
        }
        Files.deleteIfExists(folder.resolve(Guard.PID_FILE));
    }

    /** The process a file names, provided that it works in the file's folder: a number used anew does not. */
    static Optional<ProcessHandle> process(Path pidFile) {
        try {
            String first =
                    Files.readString(pidFile).lines().findFirst().orElse("").strip();
            long pid = Long.parseLong(first);
            Path worksIn = Path.of("/proc", first, "cwd").toRealPath();
            return worksIn.equals(pidFile.getParent().toRealPath()) ? ProcessHandle.of(pid) : Optional.empty();
        } catch (IOException | NumberFormatException e) {
            return Optional.empty();
        }
    }

    private static boolean gone(ProcessHandle process, Duration patience) throws IOException {
        try {
            process.onExit().get(patience.toMillis(), TimeUnit.MILLISECONDS);
            return true;
        } catch (TimeoutException e) {
            return !process.isAlive();
        } catch (ExecutionException e) {
            throw new IOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IOException("interrupted while waiting for a process to end", e);
        }
    }
}
