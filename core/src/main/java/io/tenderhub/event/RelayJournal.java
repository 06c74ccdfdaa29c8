package io.tenderhub.event;

import java.time.Duration;

/** Is told what a relay meets, for logs and figures. Called on the relay's threads; must not block or throw. */
public interface RelayJournal {
    /** Listens to nothing. */
    RelayJournal NONE = new RelayJournal() {
        @Override
        public void completed(int events) {}

        @Override
        public void retried(ClaimedEvent event, String error) {}

        @Override
        public void postponed(int events, String reason) {}

        @Override
        public void parked(ClaimedEvent event, String error) {}

        @Override
        public void lost(int events) {}

        @Override
        public void paused(String reason, Duration pause) {}
    };

    void completed(int events);

    void retried(ClaimedEvent event, String error);

    void postponed(int events, String reason);

    void parked(ClaimedEvent event, String error);

    void lost(int events);

    /** Nothing is claimed for a while, because a store is away or the outbox itself failed. */
    void paused(String reason, Duration pause);
}
