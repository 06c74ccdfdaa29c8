package io.tenderhub.micrometer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.tenderhub.cache.CacheFigures;
import io.tenderhub.event.DomainEvent;
import io.tenderhub.event.EventHandler;
import io.tenderhub.event.EventType;
import io.tenderhub.event.OutboxBacklog;
import io.tenderhub.event.RaisedEvent;
import io.tenderhub.event.RelayJournal;
import io.tenderhub.failure.BreakerState;
import io.tenderhub.failure.UnavailableException;
import io.tenderhub.operation.PoolUse;
import io.tenderhub.operation.StoreCall;
import io.tenderhub.operation.StoreJournal;
import io.tenderhub.quota.RateLimit;
import io.tenderhub.quota.RateLimiter;
import io.tenderhub.quota.RatePermit;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class MicrometerAdapterTest {
    private static final Instant NOW = Instant.parse("2026-11-21T12:00:00Z");

    private final MicrometerAdapter adapter = MicrometerAdapter.builder()
            .clock(Clock.fixed(NOW, ZoneOffset.UTC))
            .slow(Duration.ofMillis(500))
            .build();

    @AfterEach
    void closes() {
        adapter.close();
    }

    @Test
    void countsCallsToStoresByHowTheyWentAndHowLongTheyTook() {
        StoreJournal journal = adapter.store("postgres", StoreJournal.NONE);
        journal.called(call(Duration.ofMillis(3), true));
        journal.called(call(Duration.ofMillis(700), true));
        journal.called(call(Duration.ofMillis(1), false));
        journal.waited(Duration.ofSeconds(5), false);

        assertThat(figures())
                .contains("tenderhub_store_calls_seconds_count"
                        + "{operation=\"select\",outcome=\"answered\",store=\"postgres\",target=\"tenders\"} 2")
                .contains(
                        "tenderhub_store_calls_seconds_bucket"
                                + "{operation=\"select\",outcome=\"answered\",store=\"postgres\",target=\"tenders\",le=\"0.005\"} 1")
                .contains("tenderhub_store_calls_seconds_count"
                        + "{operation=\"select\",outcome=\"failed\",store=\"postgres\",target=\"tenders\"} 1")
                .contains("tenderhub_store_slow_calls_total"
                        + "{operation=\"select\",store=\"postgres\",target=\"tenders\"} 1.0")
                .contains("tenderhub_store_waits_seconds_count{outcome=\"gave-up\",store=\"postgres\"} 1");
    }

    private static StoreCall call(Duration took, boolean answered) {
        return new StoreCall("select", "tenders", took, answered, "SELECT 1");
    }

    @Test
    void tellsTheStateOfABreakerByOneOfThree() {
        AtomicReference<BreakerState> state = new AtomicReference<>(BreakerState.CLOSED);
        adapter.watchBreaker("redis", state::get);
        state.set(BreakerState.OPEN);

        assertThat(figures())
                .contains("tenderhub_breaker{state=\"open\",store=\"redis\"} 1.0")
                .contains("tenderhub_breaker{state=\"closed\",store=\"redis\"} 0.0")
                .contains("tenderhub_breaker{state=\"half-open\",store=\"redis\"} 0.0");
    }

    @Test
    void takesUpRegionsOfACacheThatComeLater() {
        Map<String, CacheFigures> reads = new TreeMap<>(Map.of("search", new CacheFigures(8, 1, 3)));
        adapter.watchCache(() -> reads);
        assertThat(figures()).contains("tenderhub_cache_reads_total{region=\"search\",result=\"hit\"} 8.0");

        reads.put("search", new CacheFigures(9, 1, 3));
        reads.put("details", new CacheFigures(0, 0, 2));

        assertThat(figures())
                .contains("tenderhub_cache_reads_total{region=\"search\",result=\"hit\"} 9.0")
                .contains("tenderhub_cache_reads_total{region=\"search\",result=\"second-level\"} 1.0")
                .contains("tenderhub_cache_reads_total{region=\"details\",result=\"miss\"} 2.0");
    }

    @Test
    void tellsTheLagOfTheOutboxAndSaysSoWhenItIsNotKnown() {
        AtomicReference<Optional<OutboxBacklog>> backlog =
                new AtomicReference<>(Optional.of(new OutboxBacklog(7, 2, Optional.of(NOW.minusMillis(90_500)))));
        adapter.watchOutbox(backlog::get);
        assertThat(figures())
                .contains("tenderhub_outbox_events{state=\"waiting\"} 7.0")
                .contains("tenderhub_outbox_events{state=\"parked\"} 2.0")
                .contains("tenderhub_outbox_lag_seconds 90.5");

        backlog.set(Optional.empty());

        assertThat(figures()).contains("tenderhub_outbox_lag_seconds NaN");
    }

    @Test
    void aFigureThatCannotBeHadSpoilsNoOther() {
        adapter.watchPool("mongo", () -> {
            throw new IllegalStateException("the pool is closed");
        });
        adapter.watchPool("redis", () -> new PoolUse(3, 2, 1, 10));

        assertThat(figures())
                .contains("tenderhub_pool_connections{state=\"active\",store=\"redis\"} 3.0")
                .contains("tenderhub_pool_connections{state=\"idle\",store=\"redis\"} 2.0")
                .contains("tenderhub_pool_waiting{store=\"redis\"} 1.0")
                .contains("tenderhub_pool_most{store=\"redis\"} 10.0")
                .contains("tenderhub_pool_most{store=\"mongo\"} NaN");
    }

    @Test
    void measuresAHandlerByHowItEnded() {
        AtomicReference<Runnable> work = new AtomicReference<>(() -> {});
        EventHandler measured = adapter.measured(new Handler(work));
        List<RaisedEvent> two = List.of(event(1), event(2));

        measured.handle(two);
        work.set(() -> {
            throw new UnavailableException("MongoDB at db:27017", "it is away", null);
        });
        assertThatThrownBy(() -> measured.handle(two)).isInstanceOf(UnavailableException.class);
        work.set(() -> {
            throw new IllegalStateException("broken");
        });
        assertThatThrownBy(() -> measured.handle(two)).hasMessage("broken");

        assertThat(figures())
                .contains("tenderhub_handler_events_total{handler=\"sample\",outcome=\"done\"} 2.0")
                .contains("tenderhub_handler_events_total{handler=\"sample\",outcome=\"away\"} 2.0")
                .contains("tenderhub_handler_events_total{handler=\"sample\",outcome=\"failed\"} 2.0")
                .contains("tenderhub_handler_seconds_count{handler=\"sample\",outcome=\"done\"} 1");
        assertThat(measured.handles()).containsExactly(EventType.TENDER_CREATED);
        assertThat(measured.takesLong()).isTrue();
    }

    private record Handler(AtomicReference<Runnable> work) implements EventHandler {
        @Override
        public String name() {
            return "sample";
        }

        @Override
        public Set<EventType> handles() {
            return Set.of(EventType.TENDER_CREATED);
        }

        @Override
        public boolean takesLong() {
            return true;
        }

        @Override
        public void handle(List<RaisedEvent> events) {
            work.get().run();
        }
    }

    private static RaisedEvent event(long id) {
        return new RaisedEvent(
                id, new DomainEvent(EventType.TENDER_CREATED, "ocds-" + id, Optional.empty(), Map.of()), NOW);
    }

    @Test
    void showsWhatBecameOfEventsFromTheBeginning() {
        RelayJournal relay = adapter.relay(RelayJournal.NONE);
        assertThat(figures()).contains("tenderhub_relay_events_total{outcome=\"parked\"} 0.0");

        relay.completed(200);
        relay.paused("MongoDB is away", Duration.ofSeconds(5));

        assertThat(figures())
                .contains("tenderhub_relay_events_total{outcome=\"done\"} 200.0")
                .contains("tenderhub_relay_pauses_total 1.0");
    }

    @Test
    void countsRatesByEndpointAndNeverByWhoAsks() {
        RateLimiter counted = adapter.counted((RateLimiter)
                (subject, endpoint, limit) -> new RatePermit(subject.equals("user:jo"), 0, Duration.ofSeconds(1)));
        RateLimit limit = new RateLimit(1, Duration.ofMinutes(1));

        counted.ask("user:jo", "login", limit);
        counted.ask("address:192.0.2.7", "login", limit);

        assertThat(figures())
                .contains("tenderhub_rate_asked_total{endpoint=\"login\",outcome=\"granted\"} 1.0")
                .contains("tenderhub_rate_asked_total{endpoint=\"login\",outcome=\"refused\"} 1.0")
                .doesNotContain("192.0.2.7", "user:jo");
    }

    @Test
    void aClientCannotMakeSeriesByInventingMethods() {
        adapter.requests().answered("GET", "/api/v1/tenders/{ocid}", 200, Duration.ofMillis(2));
        adapter.requests().answered("BREW", "none", 405, Duration.ofMillis(1));
        adapter.requests().answered("STEEP", "none", 405, Duration.ofMillis(1));

        assertThat(figures())
                .contains("tenderhub_http_requests_seconds_count"
                        + "{method=\"GET\",route=\"/api/v1/tenders/{ocid}\",status=\"200\"} 1")
                .contains("tenderhub_http_requests_seconds_count{method=\"OTHER\",route=\"none\",status=\"405\"} 2")
                .doesNotContain("BREW");
    }

    @Test
    void tellsOfTheVirtualMachine() {
        assertThat(figures())
                .contains("jvm_memory_used_bytes{", "jvm_threads_live_threads ", "process_cpu_usage ", "jvm_gc_");
    }

    private String figures() {
        return adapter.metrics().text();
    }
}
