package io.tenderhub.bootstrap;

import static org.assertj.core.api.Assertions.assertThat;

import io.tenderhub.account.EmailAddress;
import io.tenderhub.account.PasswordHash;
import io.tenderhub.account.User;
import io.tenderhub.account.UserId;
import io.tenderhub.embedded.EmbeddedStores;
import io.tenderhub.embedded.Store;
import io.tenderhub.naming.NamePrefix;
import io.tenderhub.postgres.PostgresAdapter;
import io.tenderhub.team.Actor;
import io.tenderhub.team.NewTeam;
import io.tenderhub.team.Team;
import io.tenderhub.team.TeamId;
import io.tenderhub.team.TeamSaga;
import io.tenderhub.teststores.TestStores;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Registering and removing a team while stores are really away, and what their return brings. */
class TeamsOverThreeStoresTest {
    private static final UserId JO = new UserId("jo");

    private volatile Instant now = Instant.parse("2026-11-21T08:00:00Z");
    private final Clock clock = new Clock() {
        @Override
        public Instant instant() {
            return now;
        }

        @Override
        public ZoneId getZone() {
            return ZoneOffset.UTC;
        }

        @Override
        public Clock withZone(ZoneId zone) {
            return this;
        }
    };
    private final EmbeddedStores stores = TestStores.own().thrownAway().start();
    private final HubConfiguration configuration = HubConfiguration.of(
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

    @BeforeEach
    void knowsAUser() {
        TenderHub.migrate(configuration);
        truth().unitOfWork().forSystem(transaction -> {
            transaction
                    .users()
                    .insert(
                            new User(JO, new EmailAddress("jo@example.org"), "Jo", Instant.EPOCH, false),
                            new PasswordHash("none"));
            return JO;
        });
    }

    @AfterEach
    void ends() {
        stores.close();
    }

    private PostgresAdapter truth() {
        org.postgresql.ds.PGSimpleDataSource direct = new org.postgresql.ds.PGSimpleDataSource();
        direct.setURL(stores.postgresUrl());
        return PostgresAdapter.builder(direct).prefix(NamePrefix.DEFAULT).build();
    }

    private Optional<Team> find(TeamId id) {
        return truth().unitOfWork()
                .<Optional<Team>>forTeam(id, transaction -> transaction.team().find());
    }

    private boolean isActive(TeamId id) {
        return find(id).filter(team -> team.state() == Team.State.ACTIVE).isPresent();
    }

    private static NewTeam named(TeamId id) {
        return new NewTeam("Team " + id, Optional.of(id), "basic", ZoneId.of("Africa/Johannesburg"), JO);
    }

    @Test
    void comesToItsEndByItselfWhicheverStoreWasAway() throws Exception {
        try (TenderHub hub = TenderHub.start(configuration, clock)) {
            for (Store away : List.of(Store.MONGO, Store.REDIS)) {
                TeamId id = new TeamId("without-" + away.name().toLowerCase(java.util.Locale.ROOT));
                stores.stop(away);

                Team half = hub.registration().registerAsOperator(named(id));

                assertThat(half.state()).as(away + " is away").isEqualTo(Team.State.REGISTERING);
                assertThat(hub.registration().unfinished())
                        .singleElement()
                        .satisfies(saga -> assertThat(saga.team()).isEqualTo(id))
                        .satisfies(saga -> assertThat(saga.lastError()).isPresent());
                stores.start(away);
                awaitEvents(hub, () -> isActive(id));

                stores.stop(away);
                TeamSaga leaving = hub.registration().remove(Actor.operator(id));
                assertThat(leaving.isDone()).isFalse();
                assertThat(find(id)).isEmpty();
                stores.start(away);
                awaitEvents(hub, () -> hub.registration().unfinished().isEmpty());
            }
            awaitEvents(hub, () -> hub.outboxDepth().waiting() == 0);
            assertThat(hub.outboxDepth().parked()).isZero();
        }
    }

    @Test
    void goesOnAfterANewStart() {
        TeamId id = new TeamId("acme");
        try (TenderHub hub = TenderHub.start(configuration)) {
            stores.stop(Store.MONGO);
            assertThat(hub.registration().registerAsOperator(named(id)).state()).isEqualTo(Team.State.REGISTERING);
        }
        stores.start(Store.MONGO);
        TenderHub.migrate(configuration);
        try (TenderHub hub = TenderHub.start(configuration)) {
            assertThat(hub.registration().resume(id).isDone()).isTrue();
            assertThat(isActive(id)).isTrue();
            assertThat(hub.relay().drain().parked()).isZero();
        }
    }

    /** What is put off until a store may be back is due a minute later; whether it is back the circuit breakers see in a second. */
    private void awaitEvents(TenderHub hub, BooleanSupplier condition) throws InterruptedException {
        long guard = System.nanoTime() + TimeUnit.MINUTES.toNanos(2);
        boolean holds = false;
        while (!holds && System.nanoTime() < guard) {
            now = now.plusSeconds(60);
            hub.relay().drain();
            holds = condition.getAsBoolean();
            TimeUnit.MILLISECONDS.sleep(20);
        }
        assertThat(holds).isTrue();
    }
}
