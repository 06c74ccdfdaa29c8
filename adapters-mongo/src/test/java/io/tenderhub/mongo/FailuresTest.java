package io.tenderhub.mongo;

import static io.tenderhub.mongo.Samples.ACME;
import static io.tenderhub.mongo.Samples.NOON;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import com.mongodb.ConnectionString;
import com.mongodb.MongoClientSettings;
import com.mongodb.MongoException;
import com.mongodb.client.MongoClients;
import io.tenderhub.activity.Activity;
import io.tenderhub.activity.ActivityLog;
import io.tenderhub.failure.UnavailableException;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

class FailuresTest {

    @Test
    void aServerThatRefusesIsNamedWithoutItsCredentials() throws IOException {
        int port = freePort();
        try (var client = MongoClients.create(MongoClientSettings.builder()
                .applyConnectionString(new ConnectionString("mongodb://jo:secret@127.0.0.1:" + port))
                .applyToClusterSettings(settings -> settings.serverSelectionTimeout(200, TimeUnit.MILLISECONDS))
                .build())) {
            MongoAdapter adapter =
                    MongoAdapter.builder(client.getDatabase("hub")).build();

            assertThatExceptionOfType(UnavailableException.class)
                    .isThrownBy(() -> adapter.summaries().count())
                    .satisfies(e -> assertThat(e.store()).isEqualTo("MongoDB at 127.0.0.1:" + port))
                    .satisfies(e -> assertThat(e.getMessage()).doesNotContain("secret"));
            assertThatExceptionOfType(UnavailableException.class).isThrownBy(adapter::verifyIndexes);
            assertThatExceptionOfType(UnavailableException.class).isThrownBy(adapter::createIndexes);
        }
    }

    @Test
    void everyCallSaysThatAServerIsGone() {
        try (TestMongo mongo = TestMongo.onItsOwnServer()) {
            MongoAdapter alwaysAsking =
                    mongo.adapter(MongoAdapter.builder(mongo.database()).pause(1, Duration.ZERO));
            var summaries = alwaysAsking.summaries();
            var allScores = alwaysAsking.scores();
            var scores = allScores.forTeam(ACME);
            var secondLevel = alwaysAsking.secondLevel().forEverybody();
            mongo.stopServer();

            List<Runnable> calls = List.of(
                    () -> summaries.find("ocds-1"),
                    () -> summaries.findAll(List.of("ocds-1")),
                    () -> summaries.saveAll(List.of(Samples.summary("ocds-1", "", 1, NOON))),
                    () -> summaries.versions(Optional.empty(), 5),
                    () -> summaries.deleteAll(List.of("ocds-1")),
                    allScores::teams,
                    () -> scores.versions(Optional.empty(), 5),
                    scores::deleteEverything,
                    alwaysAsking::purgeExpired,
                    () -> alwaysAsking.activityLog().latestPublic(1),
                    () -> secondLevel.find("search:1"),
                    () -> secondLevel.save("search:1", new byte[1], Duration.ofHours(1)),
                    () -> scores.best(5),
                    () -> scores.saveAll(List.of(Samples.score("ocds-1", 1, 1, 1, NOON))));
            for (Runnable call : calls) {
                assertThatExceptionOfType(UnavailableException.class)
                        .isThrownBy(call::run)
                        .withCauseInstanceOf(MongoException.class);
            }
        }
    }

    @Test
    void activitiesOfATimeWithoutAServerAreCounted() {
        try (TestMongo mongo = TestMongo.onItsOwnServer()) {
            var adapter = mongo.adapter();
            mongo.stopServer();

            adapter.activityLog().record(List.of(new Activity("a", "test", Optional.empty(), "", Map.of(), NOON)));
            adapter.close();

            awaitDropped(adapter.activityLog(), 1);
            assertThatExceptionOfType(UnavailableException.class)
                    .isThrownBy(() -> adapter.activityLog().latestPublic(1));
        }
    }

    /** The last try may still be on its way. */
    private static void awaitDropped(ActivityLog log, long number) {
        long guard = System.nanoTime() + TimeUnit.MINUTES.toNanos(2);
        while (log.dropped() < number && System.nanoTime() < guard) {
            Thread.onSpinWait();
        }
        assertThat(log.dropped()).isEqualTo(number);
    }

    @Test
    void aWriteThatTheServerRefusesIsNotTakenForANewerDocument() {
        try (TestMongo mongo = new TestMongo()) {
            var summaries = mongo.adapter().summaries();
            String tooLong = "x".repeat(17 * 1024 * 1024);

            assertThatIllegalStateException()
                    .isThrownBy(() -> summaries.saveAll(List.of(Samples.summary("ocds-1", tooLong, 1, NOON))));
        }
    }

    @Test
    void anotherProgramsDocumentInTheWayOfAScoreIsNotTakenForANewerOne() {
        try (TestMongo mongo = new TestMongo()) {
            var scores = mongo.adapter().scores().forTeam(ACME);
            mongo.database()
                    .getCollection("tenderhub_scores")
                    .insertOne(new org.bson.Document("teamId", "acme").append("tenderId", "ocds-1"));

            assertThatIllegalStateException()
                    .isThrownBy(() -> scores.saveAll(List.of(Samples.score("ocds-1", 1, 1, 1, NOON))))
                    .withMessageContaining("acme/ocds-1");
        }
    }

    private static int freePort() throws IOException {
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        }
    }
}
