package io.tenderhub.bootstrap;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.tenderhub.account.Secret;
import io.tenderhub.embedded.EmbeddedStores;
import io.tenderhub.embedded.Store;
import io.tenderhub.failure.UnavailableException;
import io.tenderhub.team.Actor;
import io.tenderhub.team.NewTeam;
import io.tenderhub.team.Permission;
import io.tenderhub.team.Team;
import io.tenderhub.team.TeamId;
import io.tenderhub.teststores.TestStores;
import java.time.ZoneId;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** What goes on for users and programs while Redis is really away. */
class QuotaWhenAwayTest {
    private static final Secret PASSWORD = new Secret("correct horse battery");
    private static final TeamId ACME = new TeamId("acme");

    @Test
    void nobodyLogsInWithoutRedisAndKeysGoOn() {
        try (EmbeddedStores stores = TestStores.own().thrownAway().start()) {
            HubConfiguration configuration = HubConfiguration.of(
                    Map.of(
                            "postgres.url", stores.postgresUrl(),
                            "mongo.url", stores.mongoUrl(),
                            "redis.url", stores.redisUrl(),
                            "redis.timeout.seconds", "1",
                            "quota.when.away", "open"),
                    Map.of(),
                    Optional.empty());
            TenderHub.migrate(configuration);
            try (TenderHub hub = TenderHub.start(configuration)) {
                var jo = hub.accounts().register("jo@example.org", "Jo", PASSWORD);
                Team team = hub.registration()
                        .registerAsOperator(new NewTeam("Acme", Optional.of(ACME), "basic", ZoneId.of("UTC"), jo.id()));
                assertThat(team.state()).isEqualTo(Team.State.ACTIVE);
                Secret key = hub.apiKeys().create(Actor.operator(ACME), "test", Set.of(Permission.READ));
                Secret session = hub.logins().login("jo@example.org", PASSWORD);
                assertThat(hub.access().of(session, ACME).name()).isEqualTo("user:" + jo.id());

                stores.stop(Store.REDIS);

                assertThat(hub.access().of(key, ACME).permissions()).containsExactly(Permission.READ);
                assertThatExceptionOfType(UnavailableException.class)
                        .isThrownBy(() -> hub.access().of(session, ACME));
                assertThatExceptionOfType(UnavailableException.class)
                        .isThrownBy(() -> hub.logins().login("jo@example.org", PASSWORD));
                // Else a guesser learns from the difference whether he was right, and nobody counts how often he tries.
                assertThatExceptionOfType(UnavailableException.class)
                        .isThrownBy(() -> hub.logins().login("jo@example.org", new Secret("a wrong guess")));
                assertThatExceptionOfType(UnavailableException.class)
                        .isThrownBy(() -> hub.logins()
                                .changePassword(jo.id(), new Secret("a wrong guess"), new Secret("yet another one")));
            }
        }
    }
}
