package io.tenderhub.benchmarks;

/** One of two outboxes that do the same: keep small events with a transaction, and hand each to a handler that does nothing. */
interface OutboxSide extends AutoCloseable {
    String name();

    /** Takes all events away, handed on or not. */
    void clear();

    /** Appends so many events in transactions of a thousand; none is handed on yet. */
    void append(int events);

    /** Hands on what was appended; returns when the handler has seen all of it and the outbox knows. */
    void drain(int events);

    /** From now on events are handed on as they come. */
    void keepWorking();

    /**
     * Appends one event in a transaction of its own while {@link #keepWorking}.
     *
     * @return nanoseconds from just before the commit until the handler began
     */
    long appendAndAwait() throws InterruptedException;

    @Override
    void close();
}
