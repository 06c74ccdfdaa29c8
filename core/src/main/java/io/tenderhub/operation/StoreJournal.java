package io.tenderhub.operation;

import java.time.Duration;

/** Is told how the calls to one store go, for logs and figures. Called on the callers' threads; must not block or throw. */
public interface StoreJournal {
    /** Listens to nothing. */
    StoreJournal NONE = new StoreJournal() {
        @Override
        public void called(StoreCall call) {}

        @Override
        public void waited(Duration time, boolean connected) {}
    };

    void called(StoreCall call);

    /**
     * Somebody has waited for a connection.
     *
     * @param connected false if none was to be had
     */
    void waited(Duration time, boolean connected);
}
