package io.tenderhub.bootstrap;

import io.tenderhub.event.ClaimedEvent;
import io.tenderhub.event.RelayJournal;
import java.time.Duration;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** What the relay meets, in the log. */
final class LoggedRelay implements RelayJournal {
    private static final Logger LOG = LoggerFactory.getLogger(LoggedRelay.class);

    @Override
    public void completed(int events) {
        LOG.debug("{} events done", events);
    }

    @Override
    public void retried(ClaimedEvent event, String error) {
        LOG.warn("event {} failed at attempt {} and is tried again: {}", event.id(), event.attempt(), error);
    }

    @Override
    public void postponed(int events, String reason) {
        LOG.info("{} events wait: {}", events, reason);
    }

    @Override
    public void parked(ClaimedEvent event, String error) {
        LOG.error("event {} is parked after {} attempts: {}", event.id(), event.attempt(), error);
    }

    @Override
    public void lost(int events) {
        LOG.info("{} events were taken over by another worker", events);
    }

    @Override
    public void paused(String reason, Duration pause) {
        LOG.warn("no new events for {}: {}", pause, reason);
    }
}
