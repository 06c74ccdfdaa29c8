package io.tenderhub.cli;

import io.tenderhub.failure.InvalidInputException;
import io.tenderhub.ingestion.Reject;
import io.tenderhub.json.JsonText;
import io.tenderhub.json.RejectJson;
import java.io.BufferedWriter;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** Tells of rejects: the first ones on standard error, all of them in a file where one was asked for. */
final class Rejects implements Consumer<Reject>, AutoCloseable {
    private static final int SHOWN = 20;

    private final Terminal terminal;
    private final Optional<BufferedWriter> file;
    private long count;

    /**
     * @param path of the file that gets one JSON line for each reject, or null for none
     * @throws InvalidInputException if the file can't be written
     */
    Rejects(Terminal terminal, @Nullable Path path) {
        this.terminal = terminal;
        try {
            this.file = path == null ? Optional.empty() : Optional.of(Files.newBufferedWriter(path));
        } catch (IOException e) {
            throw new InvalidInputException("--rejects", String.valueOf(path), "can't be written: " + reason(e));
        }
    }

    @Override
    public void accept(Reject reject) {
        count++;
        if (count <= SHOWN) {
            terminal.say("rejected: " + reject);
        } else if (count == SHOWN + 1) {
            terminal.say(
                    file.isPresent() ? "rejected: … (all are in the file)" : "rejected: … (--rejects FILE keeps all)");
        }
        if (file.isPresent()) {
            write(file.get(), reject);
        }
    }

    long count() {
        return count;
    }

    /** The exit code of a run that read so many tenders. */
    ExitCode exitCode(long tenders) {
        if (count == 0) {
            return ExitCode.OK;
        }
        return tenders == 0 ? ExitCode.NOTHING_READ : ExitCode.SOME_REJECTED;
    }

    @Override
    public void close() {
        try {
            if (file.isPresent()) {
                file.get().close();
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void write(BufferedWriter file, Reject reject) {
        try {
            file.write(JsonText.line(json -> RejectJson.write(json, reject)));
            file.newLine();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static String reason(IOException e) {
        return e.getClass().getSimpleName().replace("Exception", "") + " " + e.getMessage();
    }
}
