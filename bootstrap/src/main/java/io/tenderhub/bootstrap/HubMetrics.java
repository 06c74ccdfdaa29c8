package io.tenderhub.bootstrap;

import io.tenderhub.event.EventHandler;
import io.tenderhub.event.RelayJournal;
import io.tenderhub.micrometer.MicrometerAdapter;
import io.tenderhub.operation.Metrics;
import io.tenderhub.operation.RequestJournal;
import io.tenderhub.operation.StoreJournal;
import io.tenderhub.quota.Quotas;
import io.tenderhub.quota.RateLimiter;
import java.time.Clock;
import java.time.Duration;
import java.util.List;

/** Whom the parts of a hub tell how they fare: figures, and a line in the log for what is out of the ordinary. */
final class HubMetrics implements AutoCloseable {
    private final MicrometerAdapter figures;
    private final Duration slow;

    HubMetrics(HubConfiguration configuration, Clock clock) {
        this.slow = Duration.ofMillis(configuration.number(Setting.SLOW_MILLIS));
        this.figures = MicrometerAdapter.builder().clock(clock).slow(slow).build();
    }

    StoreJournal store(String name) {
        return figures.store(name, new SlowCalls(name, slow));
    }

    RelayJournal relay() {
        return figures.relay(new LoggedRelay());
    }

    List<EventHandler> measured(List<EventHandler> handlers) {
        return handlers.stream().map(figures::measured).toList();
    }

    RateLimiter counted(RateLimiter limiter) {
        return figures.counted(limiter, "login");
    }

    Quotas counted(Quotas quotas) {
        return figures.counted(quotas, "searches");
    }

    RequestJournal requests() {
        return figures.requests();
    }

    void watch(HubStores stores, HubHealth health) {
        figures.watchPool("postgres", stores.clients()::postgresPool);
        figures.watchPool("mongo", stores.clients()::mongoPool);
        figures.watchPool("redis", stores.clients()::redisPool);
        figures.watchBreaker("mongo", stores.mongo()::breaker);
        figures.watchBreaker("redis", stores.redis()::breaker);
        figures.watchCache(stores.redis()::cacheFigures);
        figures.watchOutbox(health::backlog);
    }

    void watch(HubMeaning meaning) {
        figures.watchMeaning(meaning::followed, meaning::caughtUpAt);
    }

    Metrics figures() {
        return figures.metrics();
    }

    @Override
    public void close() {
        figures.close();
    }
}
