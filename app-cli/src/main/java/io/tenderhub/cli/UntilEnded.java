package io.tenderhub.cli;

import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;

/** Keeps a command running until the program is told to end, and the program until the command has put things away. */
final class UntilEnded implements AutoCloseable {
    private final CompletableFuture<Boolean> told = new CompletableFuture<>();
    private final CountDownLatch putAway = new CountDownLatch(1);

    UntilEnded() {
        Runtime.getRuntime().addShutdownHook(new Thread(this::tellAndWait, "tenderhub-end"));
    }

    void await() {
        told.join();
    }

    /** Does this as soon as the program is told to end. */
    void then(Runnable action) {
        told.thenRun(action);
    }

    private void tellAndWait() {
        told.complete(true);
        try {
            putAway.await();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    @Override
    public void close() {
        putAway.countDown();
    }
}
