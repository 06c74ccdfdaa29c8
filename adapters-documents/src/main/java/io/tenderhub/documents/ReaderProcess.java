package io.tenderhub.documents;

import io.tenderhub.document.DocumentName;
import io.tenderhub.document.DocumentText;
import io.tenderhub.failure.UnavailableException;
import io.tenderhub.failure.UnreadableDocumentException.Reason;
import java.io.BufferedInputStream;
import java.io.BufferedOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.net.URISyntaxException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.fontbox.FontBoxFont;
import org.apache.pdfbox.io.RandomAccessRead;
import org.apache.pdfbox.pdmodel.PDDocument;

/**
 * Lets a process of its own read one document: with a small heap of its own, ended at its deadline, without the environment of this one
 * and what secrets are in it. Whatever a document does to its reader, this process goes on.
 */
final class ReaderProcess {
    static final String STORE = "the reader of documents";
    private static final int OUT_OF_MEMORY = 3;
    private static final int END_SECONDS = 5;
    /** Without it no process of Java starts on Windows. */
    private static final String WINDOWS_NEEDS = "SystemRoot";

    private final List<String> command;
    private final Duration deadline;

    ReaderProcess(int heapMegabytes, Duration deadline) {
        this.deadline = deadline;
        this.command = List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Xmx" + heapMegabytes + "m",
                "-Xss1m",
                "-XX:MaxDirectMemorySize=16m",
                "-XX:MaxMetaspaceSize=64m",
                "-XX:ReservedCodeCacheSize=32m",
                "-XX:+UseSerialGC",
                "-XX:TieredStopAtLevel=1",
                "-XX:+ExitOnOutOfMemoryError",
                "-XX:-UsePerfData",
                "-Xshare:auto",
                "-Djava.awt.headless=true",
                "-Dfile.encoding=UTF-8",
                "-Dorg.apache.commons.logging.LogFactory=org.apache.commons.logging.impl.LogFactoryImpl",
                "-Dorg.apache.commons.logging.Log=org.apache.commons.logging.impl.NoOpLog",
                "-cp",
                classPath(),
                ReaderMain.class.getName(),
                String.valueOf(deadline.toMillis()));
    }

    /**
     * @throws RefusedException if there is no text to be had
     * @throws UnavailableException if no process can be started
     */
    DocumentText read(Wire.Task task) throws RefusedException {
        Process process = start();
        AtomicBoolean late = new AtomicBoolean();
        process.onExit().orTimeout(deadline.toMillis(), TimeUnit.MILLISECONDS).whenComplete((ended, timeout) -> {
            if (timeout != null) {
                late.set(true);
                process.destroyForcibly();
            }
        });
        try {
            return answer(process, task);
        } catch (RefusedException e) {
            throw e;
        } catch (IOException brokeOff) {
            throw whatBecame(process, late);
        } finally {
            end(process);
        }
    }

    /** Waits until it is gone, so that whoever comes next finds its memory free. */
    private static void end(Process process) {
        try {
            process.destroyForcibly().waitFor(END_SECONDS, TimeUnit.SECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private static DocumentText answer(Process process, Wire.Task task) throws IOException {
        try (DataOutputStream to = new DataOutputStream(new BufferedOutputStream(process.getOutputStream()));
                DataInputStream from = new DataInputStream(new BufferedInputStream(process.getInputStream()))) {
            Wire.writeTask(to, task);
            to.flush();
            return Wire.readAnswer(from);
        }
    }

    private RefusedException whatBecame(Process process, AtomicBoolean late) {
        try {
            boolean ended = process.waitFor(deadline.toMillis(), TimeUnit.MILLISECONDS);
            if (ended && process.exitValue() == OUT_OF_MEMORY && !late.get()) {
                return new RefusedException(Reason.TOO_MUCH_INSIDE, ReaderMain.OUT_OF_MEMORY);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        return late.get()
                ? new RefusedException(Reason.TOO_SLOW, "it takes longer than " + deadline.toSeconds() + " seconds")
                : new RefusedException(Reason.DAMAGED, "reading it broke off");
    }

    private Process start() {
        ProcessBuilder builder = new ProcessBuilder(command).redirectError(ProcessBuilder.Redirect.DISCARD);
        Map<String, String> environment = builder.environment();
        environment.keySet().retainAll(List.of(WINDOWS_NEEDS));
        try {
            return builder.start();
        } catch (IOException e) {
            throw new UnavailableException(STORE, "its process can't be started", e);
        }
    }

    /** What the reader needs and no more: in the runnable jar all of it is one file. */
    private static String classPath() {
        return Stream.of(
                        ReaderProcess.class,
                        DocumentName.class,
                        PDDocument.class,
                        RandomAccessRead.class,
                        FontBoxFont.class,
                        org.apache.commons.logging.LogFactory.class)
                .map(ReaderProcess::place)
                .distinct()
                .collect(Collectors.joining(System.getProperty("path.separator")));
    }

    private static String place(Class<?> type) {
        try {
            return Path.of(type.getProtectionDomain()
                            .getCodeSource()
                            .getLocation()
                            .toURI())
                    .toString();
        } catch (URISyntaxException e) {
            throw new IllegalStateException("the place of " + type.getName() + " is no file", e);
        }
    }
}
