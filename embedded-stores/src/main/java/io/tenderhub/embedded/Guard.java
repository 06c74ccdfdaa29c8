package io.tenderhub.embedded;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * A small shell process that reads a pipe from this program. When the pipe closes without a farewell, this program was
 * killed, and the guard ends the servers and removes the folder unless it is kept. It knows each server by number and
 * start time, so that a number used anew is never hit.
 */
final class Guard {
    static final String PID_FILE = "guard.pid";
    private static final String SCRIPT = "guard.sh";

    private final OutputStream pipe;

    private Guard(OutputStream pipe) {
        this.pipe = pipe;
    }

    static Guard over(StoreFolder folder) throws IOException {
        List<String> command = new ArrayList<>();
        // In a session of its own, it outlives a signal sent to the whole group of this program.
        if (Files.isExecutable(Path.of("/usr/bin/setsid"))) {
            command.add("/usr/bin/setsid");
        }
        command.addAll(List.of(
                "/bin/sh",
                "-c",
                script(),
                "tenderhub-guard",
                folder.path().toString(),
                folder.isKept() ? "keep" : "remove"));
        Process process = new ProcessBuilder(command)
                .directory(folder.path().toFile())
                .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                .redirectError(ProcessBuilder.Redirect.DISCARD)
                .start();
        Files.writeString(folder.path().resolve(PID_FILE), process.pid() + "\n");
        return new Guard(process.getOutputStream());
    }

    /** Has a process ended with this program. */
    void watch(long pid) throws IOException {
        say("watch " + pid);
    }

    /** The servers have been stopped in order: there is nothing left to do. */
    void dismiss() {
        try {
            say("farewell");
        } catch (IOException e) {
            // The guard is gone already.
        }
        abandon();
    }

    /** Leaves the rest to the guard. */
    void abandon() {
        try {
            pipe.close();
        } catch (IOException e) {
            // The guard is gone already.
        }
    }

    private synchronized void say(String line) throws IOException {
        pipe.write((line + "\n").getBytes(StandardCharsets.US_ASCII));
        pipe.flush();
    }

    private static String script() throws IOException {
        try (InputStream script = Guard.class.getResourceAsStream(SCRIPT)) {
            if (script == null) {
                throw new IOException("the resource " + SCRIPT + " is missing");
            }
            return new String(script.readAllBytes(), StandardCharsets.US_ASCII);
        }
    }
}
