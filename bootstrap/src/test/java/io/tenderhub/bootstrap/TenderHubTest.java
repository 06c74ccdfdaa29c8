package io.tenderhub.bootstrap;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.tenderhub.company.CompanyProfile;
import io.tenderhub.company.Coverage;
import io.tenderhub.details.TenderDetails;
import io.tenderhub.embedded.EmbeddedStores;
import io.tenderhub.embedded.Store;
import io.tenderhub.event.DrainResult;
import io.tenderhub.event.OutboxEntry;
import io.tenderhub.failure.BreakerState;
import io.tenderhub.failure.TenderHubException;
import io.tenderhub.failure.UnavailableException;
import io.tenderhub.ingestion.FeedInput;
import io.tenderhub.ingestion.IngestionResult;
import io.tenderhub.team.TeamId;
import io.tenderhub.tender.TenderQuery;
import io.tenderhub.teststores.TestStores;
import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class TenderHubTest {
    private static final TeamId TEAM = new TeamId("acme");
    private static final Clock FRIDAY = Clock.fixed(Instant.parse("2026-11-20T12:00:00Z"), ZoneOffset.UTC);

    @TempDir
    private Path folder;

    @Test
    void storesSummarisesAndScoresOnServersOfItsOwnAndKeepsEverything() {
        HubConfiguration kept = HubConfiguration.of(
                        Map.of("data.folder", folder.resolve("kept data").toString()), Map.of(), Optional.empty())
                .forOneCommand();

        try (TenderHub hub = TenderHub.start(kept)) {
            hub.profiles().save(TEAM, profile());
            IngestionResult ingested = ingest(hub, 20);
            DrainResult drained = hub.relay().drain();

            assertThat(ingested.created()).isEqualTo(20);
            assertThat(drained.completed()).isEqualTo(21);
            assertThat(drained.parked()).isZero();
            assertThat(hub.topTenders().best(TEAM)).hasSize(5);
            assertThat(hub.health()).allMatch(StoreHealth::up);
        }
        try (TenderHub hub = TenderHub.start(kept)) {
            assertThat(hub.catalog().count()).isEqualTo(20);
            assertThat(ingest(hub, 20).unchanged()).isEqualTo(20);
            TenderDetails details =
                    hub.lookup().find("ocds-test-3", Optional.of(TEAM)).orElseThrow();
            assertThat(details.summary()).isPresent();
            assertThat(details.score()).isPresent();
            assertThat(hub.outboxDepth().waiting()).isZero();
        }
    }

    @Test
    void readsTheTruthWhileMongoAndRedisAreAway() {
        try (EmbeddedStores stores = TestStores.own().thrownAway().start()) {
            HubConfiguration configuration = on(stores);
            TenderHub.migrate(configuration);
            try (TenderHub hub = TenderHub.start(configuration)) {
                ingest(hub, 5);
                hub.relay().drain();
                stores.stop(Store.MONGO);
                stores.stop(Store.REDIS);

                assertThat(hub.search()
                                .search(TenderQuery.builder().text("school").build())
                                .hits())
                        .hasSize(5);
                TenderDetails details =
                        hub.lookup().find("ocds-test-1", Optional.empty()).orElseThrow();
                assertThat(details.summary()).isEmpty();
                assertThat(details.complete()).isFalse();
                assertThat(hub.health())
                        .filteredOn(StoreHealth::up)
                        .extracting(StoreHealth::name)
                        .containsExactly("postgres");
                assertThat(HealthState.of(hub.health())).isEqualTo(HealthState.DEGRADED);
                assertThat(hub.metrics().text()).contains("tenderhub_outbox_lag_seconds 0.0");

                stores.stop(Store.POSTGRES);

                assertThat(HealthState.of(hub.health())).isEqualTo(HealthState.DOWN);
                assertThat(hub.health()).noneMatch(StoreHealth::up);
                assertThat(hub.metrics().text()).contains("tenderhub_pool_most{store=\"postgres\"} 50.0");
            }
        }
    }

    @Test
    void catchesUpByItselfWhenMongoAndRedisAreBack() throws Exception {
        try (EmbeddedStores stores = TestStores.own().thrownAway().start()) {
            HubConfiguration configuration = on(stores);
            TenderHub.migrate(configuration);
            stores.stop(Store.MONGO);
            stores.stop(Store.REDIS);
            try (TenderHub hub = TenderHub.start(configuration)) {
                hub.startWorker();
                assertThat(ingest(hub, 30).created()).isEqualTo(30);
                await(() -> !breakers(hub).contains(BreakerState.CLOSED));
                assertThat(hub.outboxDepth().waiting()).isEqualTo(30);
                assertThat(hub.outboxDepth().parked()).isZero();

                stores.start(Store.MONGO);
                stores.start(Store.REDIS);

                await(() -> hub.outboxDepth().waiting() == 0);
                assertThat(hub.outboxDepth().parked()).isZero();
                assertThat(hub.outbox().list(OutboxEntry.State.PUBLISHED, 0, 50))
                        .as("waiting for a store is no attempt")
                        .allMatch(entry -> entry.attempts() == 1);
                assertThat(hub.lookup()
                                .find("ocds-test-7", Optional.empty())
                                .orElseThrow()
                                .summary())
                        .isPresent();
            }
        }
    }

    private static List<BreakerState> breakers(TenderHub hub) {
        return hub.health().stream()
                .filter(store -> !store.holdsTheTruth())
                .map(StoreHealth::breaker)
                .toList();
    }

    private static void await(BooleanSupplier condition) throws InterruptedException {
        long guard = System.nanoTime() + TimeUnit.MINUTES.toNanos(2);
        boolean holds = condition.getAsBoolean();
        while (!holds && System.nanoTime() < guard) {
            Thread.sleep(20);
            holds = condition.getAsBoolean();
        }
        assertThat(holds).isTrue();
    }

    @Test
    void doesEveryJobByHandAndStartsThemWithTheWorker() {
        TestStores stores = TestStores.shared();
        HubConfiguration configuration = HubConfiguration.of(
                Map.of(
                        "postgres.url",
                        stores.freshPostgresUrl(),
                        "mongo.url",
                        stores.freshMongoUrl(),
                        "redis.url",
                        stores.redisUrl(),
                        "prefix",
                        "jobs" + Long.toString(System.nanoTime(), 36),
                        "jobs.analytics.at",
                        "04:30",
                        "jobs.zone",
                        "UTC"),
                Map.of(),
                Optional.empty());
        TenderHub.migrate(configuration);
        try (TenderHub hub = TenderHub.start(configuration, FRIDAY)) {
            ingest(hub, 3);
            hub.relay().drain();

            assertThat(hub.jobs().runNow("analytics"))
                    .isEqualTo("0 awards of 0 buyers in 0 currencies, 0 without a value, of 3 tenders");
            assertThat(hub.jobs().runNow("consistency")).startsWith("3 tenders");
            assertThat(hub.jobs().runNow("digest")).isEqualTo("0 matches told to 0 teams");
            assertThat(hub.jobs().runNow("purge-outbox")).isEqualTo("0 events removed");
            assertThat(hub.jobs().runNow("purge-expired")).endsWith("documents removed");
            assertThat(hub.jobs().runNow("purge-answers")).isEqualTo("0 answers removed");
            hub.startWorker();
            assertThat(hub.jobs().jobs())
                    .hasSize(6)
                    .allSatisfy(job -> assertThat(job.lastSuccess()).contains(FRIDAY.instant()))
                    .allSatisfy(job -> assertThat(job.lastFailure()).isEmpty())
                    .filteredOn(job -> job.name().equals("analytics"))
                    .singleElement()
                    .satisfies(job -> assertThat(job.next()).contains(Instant.parse("2026-11-21T04:30:00Z")));
        }
        Clock later = Clock.offset(FRIDAY, Duration.ofDays(8));
        try (TenderHub hub = TenderHub.start(configuration, later)) {
            assertThat(hub.jobs().runNow("purge-outbox")).isEqualTo("3 events removed");
        }
    }

    @Test
    void saysWhichServerRefusesAndLeavesNothingOpen() {
        HubConfiguration nowhere = HubConfiguration.of(
                Map.of(
                        "postgres.url", "jdbc:postgresql://127.0.0.1:1/hub?user=u&password=hush",
                        "mongo.url", "mongodb://127.0.0.1:1",
                        "redis.url", "redis://127.0.0.1:1"),
                Map.of(),
                Optional.empty());

        assertThatThrownBy(() -> TenderHub.start(nowhere))
                .isInstanceOf(UnavailableException.class)
                .hasMessageContaining("PostgreSQL at 127.0.0.1:1")
                .hasMessageNotContaining("hush");
    }

    @Test
    void saysThatTheSchemaIsMissing() {
        TestStores stores = TestStores.shared();
        HubConfiguration unmigrated = HubConfiguration.of(
                Map.of(
                        "postgres.url", stores.freshPostgresUrl(),
                        "mongo.url", stores.freshMongoUrl(),
                        "redis.url", stores.redisUrl()),
                Map.of(),
                Optional.empty());

        assertThatThrownBy(() -> TenderHub.start(unmigrated))
                .isInstanceOf(TenderHubException.class)
                .hasMessageContaining("tenderhub migrate");
    }

    @Test
    void saysThatIndexesAreMissing() {
        TestStores stores = TestStores.shared();
        String postgres = stores.freshPostgresUrl();
        Map<String, String> migrated =
                Map.of("postgres.url", postgres, "mongo.url", stores.freshMongoUrl(), "redis.url", stores.redisUrl());
        TenderHub.migrate(HubConfiguration.of(migrated, Map.of(), Optional.empty()));
        Map<String, String> otherMongo =
                Map.of("postgres.url", postgres, "mongo.url", stores.freshMongoUrl(), "redis.url", stores.redisUrl());

        assertThatThrownBy(() -> TenderHub.start(HubConfiguration.of(otherMongo, Map.of(), Optional.empty())))
                .isInstanceOf(TenderHubException.class)
                .hasMessageContaining("tenderhub_scores")
                .hasMessageContaining("tenderhub migrate");
    }

    private static HubConfiguration on(EmbeddedStores stores) {
        return HubConfiguration.of(
                Map.of(
                        "postgres.url",
                        stores.postgresUrl(),
                        "mongo.url",
                        stores.mongoUrl(),
                        "redis.url",
                        stores.redisUrl(),
                        "mongo.selection.seconds",
                        "1",
                        "redis.timeout.seconds",
                        "1",
                        "breaker.pause.seconds",
                        "1"),
                Map.of(),
                Optional.empty());
    }

    private static IngestionResult ingest(TenderHub hub, int count) {
        String lines = IntStream.range(0, count)
                .mapToObj(n ->
                        "{\"ocid\":\"ocds-test-%d\",\"id\":\"1\",\"date\":\"2026-02-01T00:00:00Z\",\"tag\":[\"tender\"],"
                                        .formatted(n)
                                + "\"tender\":{\"id\":\"%d\",\"title\":\"Building of school %d\",\"status\":\"active\"}}"
                                        .formatted(n, n))
                .collect(Collectors.joining("\n"));
        return hub.ingestion()
                .ingest(
                        List.of(new FeedInput.Stream(
                                "test", new ByteArrayInputStream(lines.getBytes(StandardCharsets.UTF_8)))),
                        reject -> {
                            throw new AssertionError(reject.toString());
                        });
    }

    private static CompanyProfile profile() {
        return CompanyProfile.builder()
                .name("Example Builders")
                .services(List.of("building"))
                .coverage(new Coverage(true, Set.of()))
                .build();
    }
}
