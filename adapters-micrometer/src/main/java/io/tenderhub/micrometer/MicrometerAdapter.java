package io.tenderhub.micrometer;

import static java.util.Objects.requireNonNull;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.prometheusmetrics.PrometheusConfig;
import io.micrometer.prometheusmetrics.PrometheusMeterRegistry;
import io.tenderhub.cache.CacheFigures;
import io.tenderhub.event.EventHandler;
import io.tenderhub.event.OutboxBacklog;
import io.tenderhub.event.RelayJournal;
import io.tenderhub.failure.BreakerState;
import io.tenderhub.operation.Metrics;
import io.tenderhub.operation.PoolUse;
import io.tenderhub.operation.RequestJournal;
import io.tenderhub.operation.StoreJournal;
import io.tenderhub.quota.Quotas;
import io.tenderhub.quota.RateLimiter;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.function.ToDoubleFunction;

/**
 * Counts and measures what it is told and what it watches. The names in Prometheus, with their tags:
 *
 * <pre>
 * tenderhub_store_calls_seconds{store,operation,target,outcome} a histogram of calls; outcome answered or failed
 * tenderhub_store_slow_calls_total{store,operation,target}      those that took longer than they should
 * tenderhub_store_waits_seconds{store,outcome}                 a histogram of waits for a connection; outcome connected or gave-up
 * tenderhub_pool_connections{store,state}                      active, idle
 * tenderhub_pool_waiting{store}, tenderhub_pool_most{store}
 * tenderhub_breaker{store,state}                               1 for the state it is in: closed, open, half-open
 * tenderhub_cache_reads_total{region,result}                   hit, second-level, miss
 * tenderhub_outbox_events{state}                               waiting, parked; NaN while PostgreSQL is away
 * tenderhub_outbox_lag_seconds                                 age of the oldest event that waits
 * tenderhub_relay_events_total{outcome}                        done, retried, postponed, parked, lost
 * tenderhub_relay_pauses_total
 * tenderhub_handler_seconds{handler,outcome}                   a histogram of calls of handlers; outcome done, failed, away or not-yet
 * tenderhub_handler_events_total{handler,outcome}              the events in these calls
 * tenderhub_rate_asked_total{endpoint,outcome}                 granted, refused
 * tenderhub_quota_asked_total{quota,outcome}
 * tenderhub_http_requests_seconds{method,route,status}         a histogram of answered requests
 * jvm_…, process_…, system_…                                   as Micrometer names them
 * </pre>
 *
 * <p>Tags come from small fixed sets, so there are some hundreds of series and not one more for a tender, a team or a path.
 * Thread-safe. Closing it ends what listens to the JVM.
 */
public final class MicrometerAdapter implements AutoCloseable {
    private final PrometheusMeterRegistry registry = new PrometheusMeterRegistry(PrometheusConfig.DEFAULT);
    private final Clock clock;
    private final Duration slow;
    private final CacheReads cacheReads = new CacheReads(registry);
    private final VirtualMachine virtualMachine = new VirtualMachine(registry);
    private final RequestJournal requests = new RequestTimes(registry);

    private MicrometerAdapter(Builder builder) {
        this.clock = builder.clock;
        this.slow = builder.slow;
    }

    public static Builder builder() {
        return new Builder();
    }

    /** Everything that is counted, measured and watched, as it is when it is asked for. */
    public Metrics metrics() {
        return () -> {
            cacheReads.refresh();
            return registry.scrape();
        };
    }

    /**
     * Counts the calls to one store.
     *
     * @param store {@code postgres}, {@code mongo} or {@code redis}
     * @param next is told as well
     */
    public StoreJournal store(String store, StoreJournal next) {
        return new StoreTimes(registry, store, slow, next);
    }

    public RequestJournal requests() {
        return requests;
    }

    /** Counts what becomes of events. */
    public RelayJournal relay(RelayJournal next) {
        return new RelayCounts(registry, next);
    }

    /** The same handler, measured. */
    public EventHandler measured(EventHandler handler) {
        return new MeasuredHandler(registry, handler);
    }

    /**
     * The same limiter, counted by endpoint.
     *
     * @param known endpoints whose figures are there before anybody asks
     */
    public RateLimiter counted(RateLimiter limiter, String... known) {
        return new CountedRates(registry, limiter, List.of(known));
    }

    /**
     * The same quotas, counted by their names.
     *
     * @param known quotas whose figures are there before anybody asks
     */
    public Quotas counted(Quotas quotas, String... known) {
        return new CountedQuotas(registry, quotas, List.of(known));
    }

    /** @param pool asked at each look, must not block */
    public void watchPool(String store, Supplier<PoolUse> pool) {
        gauge("tenderhub.pool.connections", "Connections to the store.", pool, PoolUse::active)
                .tags("store", store, "state", "active")
                .register(registry);
        gauge("tenderhub.pool.connections", "Connections to the store.", pool, PoolUse::idle)
                .tags("store", store, "state", "idle")
                .register(registry);
        gauge("tenderhub.pool.waiting", "Threads that wait for a connection.", pool, PoolUse::waiting)
                .tag("store", store)
                .register(registry);
        gauge("tenderhub.pool.most", "Connections there may be.", pool, PoolUse::most)
                .tag("store", store)
                .register(registry);
    }

    public void watchBreaker(String store, Supplier<BreakerState> breaker) {
        for (BreakerState state : BreakerState.values()) {
            gauge(
                            "tenderhub.breaker",
                            "1 for the state the circuit breaker is in.",
                            breaker,
                            now -> now == state ? 1 : 0)
                    .tags("store", store, "state", state.code())
                    .register(registry);
        }
    }

    /** @param figures by the name of the region; regions may be added as time goes by */
    public void watchCache(Supplier<Map<String, CacheFigures>> figures) {
        cacheReads.watch(figures);
    }

    /** @param backlog of late, empty while it is not known; must not block for long */
    public void watchOutbox(Supplier<Optional<OutboxBacklog>> backlog) {
        gauge("tenderhub.outbox.events", "Events in the outbox.", backlog, known(OutboxBacklog::waiting))
                .tag("state", "waiting")
                .register(registry);
        gauge("tenderhub.outbox.events", "Events in the outbox.", backlog, known(OutboxBacklog::parked))
                .tag("state", "parked")
                .register(registry);
        gauge(
                        "tenderhub.outbox.lag",
                        "Age of the oldest event that waits.",
                        backlog,
                        known(now -> now.lag(clock.instant()).toMillis() / 1000.0))
                .baseUnit("seconds")
                .register(registry);
    }

    /**
     * @param tenders in the index of meanings, empty while it is not followed
     * @param caughtUpAt when it was found up to date last, empty if it never was
     */
    public void watchMeaning(Supplier<Optional<Long>> tenders, Supplier<Optional<Instant>> caughtUpAt) {
        gauge(
                        "tenderhub.semantic.tenders",
                        "Tenders in the index of meanings of this node.",
                        tenders,
                        now -> now.map(Long::doubleValue).orElse(Double.NaN))
                .register(registry);
        gauge(
                        "tenderhub.semantic.lag",
                        "Time since the index of meanings was found up to date.",
                        caughtUpAt,
                        now -> now.map(at ->
                                        Duration.between(at, clock.instant()).toMillis() / 1000.0)
                                .orElse(Double.NaN))
                .baseUnit("seconds")
                .register(registry);
    }

    private static <T> Gauge.Builder<Supplier<Number>> gauge(
            String name, String meaning, Supplier<T> source, ToDoubleFunction<T> value) {
        Supplier<Number> now = () -> value.applyAsDouble(source.get());
        return Gauge.builder(name, now).description(meaning);
    }

    private static ToDoubleFunction<Optional<OutboxBacklog>> known(Function<OutboxBacklog, Number> figure) {
        return backlog -> backlog.map(figure).map(Number::doubleValue).orElse(Double.NaN);
    }

    @Override
    public void close() {
        virtualMachine.close();
        registry.close();
    }

    /** Options of the adapter. */
    public static final class Builder {
        private Clock clock = Clock.systemUTC();
        private Duration slow = Duration.ofSeconds(1);

        private Builder() {}

        /** The hub's time, for the age of events. */
        public Builder clock(Clock value) {
            this.clock = requireNonNull(value);
            return this;
        }

        /** From when on a call counts as slow: a second unless told. */
        public Builder slow(Duration value) {
            this.slow = requireNonNull(value);
            return this;
        }

        public MicrometerAdapter build() {
            return new MicrometerAdapter(this);
        }
    }
}
