package io.tenderhub.bootstrap;

import java.util.ArrayDeque;
import java.util.Deque;

/** Closes what was opened, last first, unless somebody takes it over: nothing is left open when opening fails half-way. */
final class Closing implements AutoCloseable {
    private final Deque<AutoCloseable> opened = new ArrayDeque<>();

    <T extends AutoCloseable> T later(T resource) {
        opened.push(resource);
        return resource;
    }

    /** Everything went well; somebody else closes. */
    void handOver() {
        opened.clear();
    }

    @Override
    public void close() {
        while (!opened.isEmpty()) {
            try {
                opened.pop().close();
            } catch (Exception e) {
                // The failure that led here says more than one while cleaning up after it.
            }
        }
    }
}
