package io.tenderhub.bootstrap;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.tenderhub.account.Secret;
import io.tenderhub.cache.Answer;
import io.tenderhub.details.TenderDetails;
import io.tenderhub.embedded.EmbeddedStores;
import io.tenderhub.embedded.Store;
import io.tenderhub.failure.UnavailableException;
import io.tenderhub.ingestion.FeedInput;
import io.tenderhub.search.SearchAnswer;
import io.tenderhub.team.Actor;
import io.tenderhub.team.NewTeam;
import io.tenderhub.team.Permission;
import io.tenderhub.team.TeamId;
import io.tenderhub.tender.TenderQuery;
import io.tenderhub.teststores.TestStores;
import io.tenderhub.workspace.WorkspaceQuery;
import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

/** What is still answered, and what is not, while PostgreSQL is really away. */
class WithoutTheTruthTest {
    private static final TeamId ACME = new TeamId("acme");
    private static final String RELEASE = """
            {"ocid":"ocds-copy-%d","id":"1","date":"%sT00:00:00Z","tag":["tender"],"language":"en-za",
             "tender":{"id":"1","title":"RFB %d/26","description":"Construction of a school","status":"active"},
             "buyer":{"id":"1","name":"Public Works"},
             "awards":[{"id":"a","status":"active","value":{"amount":1250000.50,"currency":"ZAR"}}]}
            """;
    private static final TenderQuery SCHOOLS =
            TenderQuery.builder().text("school").build();
    private static final TenderQuery NEVER_ASKED =
            TenderQuery.builder().text("bridge").build();

    @Test
    void anybodyGetsWhatWasKnownLastMarkedStaleAndTeamsAreRefused() throws Exception {
        try (EmbeddedStores stores = TestStores.own().thrownAway().start()) {
            HubConfiguration configuration = HubConfiguration.of(
                    Map.of(
                            "postgres.url", stores.postgresUrl(),
                            "mongo.url", stores.mongoUrl(),
                            "redis.url", stores.redisUrl(),
                            "postgres.connect.seconds", "1",
                            "breaker.pause.seconds", "1"),
                    Map.of(),
                    Optional.empty());
            TenderHub.migrate(configuration);
            try (TenderHub hub = TenderHub.start(configuration)) {
                tryIt(hub, stores);
            }
        }
    }

    private static void tryIt(TenderHub hub, EmbeddedStores stores) throws Exception {
        ingest(hub, 1, "2026-02-01");
        ingest(hub, 2, "2026-02-01");
        hub.relay().drain();
        var jo = hub.accounts().register("jo@example.org", "Jo", new Secret("correct horse battery"));
        hub.registration().registerAsOperator(new NewTeam("Acme", Optional.of(ACME), "pro", ZoneId.of("UTC"), jo.id()));
        Secret key = hub.apiKeys().create(Actor.operator(ACME), "test", Set.of(Permission.READ));
        Actor actor = hub.access().of(key, ACME);
        hub.workspaces().list(actor, WorkspaceQuery.ALL);
        Answer<TenderDetails> one = hub.publicTenders().find("ocds-copy-1").orElseThrow();
        Answer<TenderDetails> two = hub.publicTenders().find("ocds-copy-2").orElseThrow();
        Answer<SearchAnswer> schools = hub.publicTenders().search(SCHOOLS, true);
        assertThat(schools.value().page().hits()).hasSize(2);
        assertThat(List.of(one.isStale(), two.isStale(), schools.isStale())).containsOnly(false);
        Instant known = Instant.now();
        ingest(hub, 1, "2026-03-01");
        hub.relay().drain();

        stores.stop(Store.POSTGRES);

        assertThat(hub.publicTenders().find("ocds-copy-2"))
                .as("what nothing ended is as good as before")
                .contains(two);
        Answer<TenderDetails> copy = hub.publicTenders().find("ocds-copy-1").orElseThrow();
        assertThat(copy.value()).isEqualTo(one.value());
        assertThat(copy.staleSince().orElseThrow()).isBetween(known.minus(Duration.ofMinutes(5)), known);
        Answer<SearchAnswer> copied = hub.publicTenders().search(SCHOOLS, true);
        assertThat(copied.value().page()).isEqualTo(schools.value().page());
        assertThat(copied.value().facets()).isEqualTo(schools.value().facets()).isPresent();
        assertThat(copied.isStale()).isTrue();
        assertThat(hub.lookup().find("ocds-copy-2", Optional.empty())).contains(two.value());
        isAway(() -> hub.lookup().find("ocds-copy-1", Optional.empty()));
        isAway(() -> hub.publicTenders().find("ocds-copy-3"));
        isAway(() -> hub.publicTenders().search(NEVER_ASKED, true));
        // Whether somebody may still see what belongs to a team, nobody knows.
        isAway(() -> hub.access().of(key, ACME));
        isAway(() -> hub.teamTenders().find(actor, "ocds-copy-2"));
        isAway(() -> hub.teamTenders().search(actor, SCHOOLS, false));
        isAway(() -> hub.workspaces().list(actor, WorkspaceQuery.ALL));

        stores.stop(Store.REDIS);
        assertThat(hub.publicTenders().find("ocds-copy-2").orElseThrow())
                .as("without Redis nobody knows that nothing ended it")
                .matches(Answer::isStale)
                .extracting(Answer::value)
                .isEqualTo(two.value());
        stores.stop(Store.MONGO);
        isAway(() -> hub.publicTenders().find("ocds-copy-1"));

        stores.start(Store.POSTGRES);
        awaitFresh(hub);
    }

    /** A server whose data is thrown away keeps it as long as it is only stopped. */
    private static void awaitFresh(TenderHub hub) throws InterruptedException {
        long guard = System.nanoTime() + TimeUnit.MINUTES.toNanos(2);
        while (true) {
            try {
                assertThat(hub.publicTenders().find("ocds-copy-1").orElseThrow().isStale())
                        .isFalse();
                return;
            } catch (UnavailableException e) {
                assertThat(System.nanoTime()).as("PostgreSQL is back").isLessThan(guard);
                Thread.sleep(100);
            }
        }
    }

    private static void isAway(Runnable call) {
        assertThatExceptionOfType(UnavailableException.class)
                .isThrownBy(call::run)
                .withMessageContaining("PostgreSQL");
    }

    private static void ingest(TenderHub hub, int number, String date) {
        hub.ingestion()
                .ingest(
                        List.of(new FeedInput.Stream(
                                "test",
                                new ByteArrayInputStream(RELEASE.formatted(number, date, number)
                                        .replace("\n", "")
                                        .getBytes(StandardCharsets.UTF_8)))),
                        reject -> {
                            throw new AssertionError(reject.toString());
                        });
    }
}
