package io.tenderhub.cli;

import java.util.concurrent.CountDownLatch;

/** Keeps a command running until the program is told to end, and the program until the command has put things away. */
final class UntilEnded implements AutoCloseable {
    private final CountDownLatch told = new CountDownLatch(1);
    private final CountDownLatch putAway = new CountDownLatch(1);

    UntilEnded() {
        Runtime.getRuntime().addShutdownHook(new Thread(this::tellAndWait, "tenderhub-end"));
    }

    void await() throws InterruptedException {
        told.await();
    }

    private void tellAndWait() {
        told.countDown();
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
