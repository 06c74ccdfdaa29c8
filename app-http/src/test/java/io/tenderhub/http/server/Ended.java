package io.tenderhub.http.server;

import jakarta.servlet.AsyncEvent;
import jakarta.servlet.AsyncListener;

/** Notices that an asynchronous request has ended. */
final class Ended implements AsyncListener {
    /** What may fail. */
    interface Action {
        void run() throws Exception;
    }

    private final Action action;

    Ended(Action action) {
        this.action = action;
    }

    @Override
    public void onComplete(AsyncEvent event) {
        try {
            action.run();
        } catch (Exception e) {
            throw new IllegalStateException(e);
        }
    }

    @Override
    public void onTimeout(AsyncEvent event) {}

    @Override
    public void onError(AsyncEvent event) {}

    @Override
    public void onStartAsync(AsyncEvent event) {}
}
