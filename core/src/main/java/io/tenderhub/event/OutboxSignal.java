package io.tenderhub.event;

/** Tells as soon as there may be something to do; the relay polls besides, should one be missed. */
public interface OutboxSignal {

    /**
     * Calls the listener after events were committed, by whatever program, until it is closed. When the connection was lost
     * it connects again, with pauses, and calls the listener then, as events may have been missed.
     *
     * @param listener called on a thread of the signal; must return at once
     */
    Listening listen(Runnable listener);

    /** Ends the calls; when it returns none is under way. */
    interface Listening extends AutoCloseable {
        @Override
        void close();
    }
}
