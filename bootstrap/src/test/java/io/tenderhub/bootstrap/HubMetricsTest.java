package io.tenderhub.bootstrap;

import static org.assertj.core.api.Assertions.assertThat;

import io.tenderhub.ingestion.FeedInput;
import io.tenderhub.tender.TenderQuery;
import io.tenderhub.teststores.TestStores;
import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

class HubMetricsTest {
    private static TenderHub hub;

    @BeforeAll
    static void worksForAWhile() {
        TestStores stores = TestStores.shared();
        HubConfiguration configuration = HubConfiguration.of(
                        Map.of(
                                "postgres.url", stores.freshPostgresUrl(),
                                "mongo.url", stores.freshMongoUrl(),
                                "redis.url", stores.redisUrl(),
                                "prefix", "figures" + Long.toString(System.nanoTime(), 36)),
                        Map.of(),
                        Optional.empty())
                .forOneCommand();
        TenderHub.migrate(configuration);
        hub = TenderHub.start(configuration);
        String release =
                "{\"ocid\":\"ocds-figures-1\",\"id\":\"1\",\"date\":\"2026-02-01T00:00:00Z\",\"tag\":[\"tender\"],"
                        + "\"tender\":{\"id\":\"1\",\"title\":\"School\",\"status\":\"active\"}}";
        hub.ingestion()
                .ingest(
                        List.of(new FeedInput.Stream(
                                "test", new ByteArrayInputStream(release.getBytes(StandardCharsets.UTF_8)))),
                        reject -> {
                            throw new AssertionError(reject.toString());
                        });
        hub.relay().drain();
        hub.lookup().find("ocds-figures-1", Optional.empty());
        hub.lookup().find("ocds-figures-1", Optional.empty());
        hub.search().search(TenderQuery.builder().text("school").build());
    }

    @AfterAll
    static void closes() {
        hub.close();
    }

    @Test
    void tellsOfCallsToAllThreeStores() {
        assertThat(figures())
                .containsPattern("tenderhub_store_calls_seconds_count\\{operation=\"insert\","
                        + "outcome=\"answered\",store=\"postgres\",target=\"tenders\"} [1-9]")
                .containsPattern("tenderhub_store_calls_seconds_count\\{operation=\"\\w+\","
                        + "outcome=\"answered\",store=\"mongo\",target=\"summaries\"} [1-9]")
                .containsPattern("tenderhub_store_calls_seconds_count\\{operation=\"call\","
                        + "outcome=\"answered\",store=\"redis\",target=\"cache\"} [1-9]")
                .containsPattern(
                        "tenderhub_store_waits_seconds_count\\{outcome=\"connected\",store=\"postgres\"} [1-9]")
                .containsPattern("tenderhub_store_waits_seconds_count\\{outcome=\"connected\",store=\"mongo\"} [1-9]");
    }

    @Test
    void tellsOfThePoolsOfAllThreeStores() {
        assertThat(figures())
                .contains("tenderhub_pool_most{store=\"postgres\"} 50.0")
                .contains("tenderhub_pool_most{store=\"mongo\"} 50.0")
                .contains("tenderhub_pool_most{store=\"redis\"} 100.0")
                .containsPattern("tenderhub_pool_connections\\{state=\"idle\",store=\"mongo\"} [1-9]")
                .containsPattern("tenderhub_pool_connections\\{state=\"idle\",store=\"redis\"} [1-9]");
    }

    @Test
    void tellsWhatBecameOfTheEvent() {
        assertThat(figures())
                .contains("tenderhub_relay_events_total{outcome=\"done\"} 1.0")
                .contains("tenderhub_handler_events_total{handler=\"summarise-tender\",outcome=\"done\"} 1.0")
                .contains("tenderhub_outbox_events{state=\"waiting\"} 0.0")
                .contains("tenderhub_outbox_lag_seconds 0.0");
    }

    @Test
    void tellsHowTheCacheAnswered() {
        assertThat(figures())
                .containsPattern("tenderhub_cache_reads_total\\{region=\"[a-z-]+\",result=\"hit\"} [1-9]")
                .contains("tenderhub_breaker{state=\"closed\",store=\"redis\"} 1.0");
    }

    @Test
    void tellsNeitherIdsNorAddresses() {
        assertThat(figures())
                .doesNotContain("ocds-figures-1")
                .doesNotContain("127.0.0.1", "localhost")
                .doesNotContain(hub.configuration().prefix().toString());
    }

    @Test
    void theStoresTellHowTheyFare() {
        List<StoreHealth> stores = hub.health();

        assertThat(stores).extracting(StoreHealth::name).containsExactly("postgres", "mongo", "redis");
        assertThat(HealthState.of(stores)).isEqualTo(HealthState.HEALTHY);
        assertThat(stores)
                .allSatisfy(store -> assertThat(store.latency().orElseThrow()).isPositive())
                .allSatisfy(store -> assertThat(store.pool().most()).isPositive());
        assertThat(stores.get(0).facts().orElseThrow()).isInstanceOfSatisfying(StoreFacts.Postgres.class, facts -> {
            assertThat(facts.version()).matches("\\d+(\\.\\d+)+|\\d+\\w*");
            assertThat(facts.inRecovery()).isFalse();
        });
        assertThat(stores.get(1).facts().orElseThrow())
                .isInstanceOfSatisfying(
                        StoreFacts.Mongo.class,
                        facts -> assertThat(facts.primary()).isTrue());
        assertThat(stores.get(2).facts().orElseThrow()).isInstanceOfSatisfying(StoreFacts.Redis.class, facts -> {
            assertThat(facts.usedMemory()).isPositive();
            assertThat(facts.clients()).isPositive();
        });
    }

    @Test
    void aServerThatOnlyFollowsMakesTheHubDegraded() {
        List<StoreHealth> stores = hub.health();
        StoreHealth truth = stores.get(0);
        StoreHealth following = new StoreHealth(
                truth.name(),
                truth.address(),
                true,
                true,
                truth.breaker(),
                Optional.of(Duration.ofMillis(1)),
                truth.pool(),
                Optional.of(new StoreFacts.Postgres("18.0", true)));

        assertThat(HealthState.of(List.of(following, stores.get(1), stores.get(2))))
                .isEqualTo(HealthState.DEGRADED);
    }

    private static String figures() {
        return hub.metrics().text();
    }
}
