package io.tenderhub.campaign;

import java.io.IOException;
import java.time.Duration;
import java.util.concurrent.TimeUnit;

/** A worker that runs as a child of this program. */
final class WorkerProcess implements AutoCloseable {
    private final Process process;

    WorkerProcess(Process process) {
        this.process = process;
    }

    boolean isAlive() {
        return process.isAlive();
    }

    /** Whether it ended by itself within this time. */
    boolean endsWithin(Duration time) throws InterruptedException {
        return process.waitFor(time.toMillis(), TimeUnit.MILLISECONDS);
    }

    /** {@code kill -9}: nothing in the worker hears of it. */
    void kill() throws InterruptedException {
        process.destroyForcibly().waitFor();
    }

    /** Tells it to end, and waits until it has finished what it had begun. */
    void finish(Duration most) throws InterruptedException {
        process.destroy();
        if (!endsWithin(most)) {
            throw new AssertionError("the worker did not end within " + most);
        }
    }

    /** Stops it where it stands, as a long pause of its machine would. */
    void freeze() throws IOException, InterruptedException {
        signal("STOP");
    }

    void thaw() throws IOException, InterruptedException {
        signal("CONT");
    }

    private void signal(String name) throws IOException, InterruptedException {
        // The shell's own kill: not every machine has one as a program.
        new ProcessBuilder("sh", "-c", "kill -" + name + " " + process.pid())
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                .start()
                .waitFor();
    }

    @Override
    public void close() {
        process.destroyForcibly();
    }
}
