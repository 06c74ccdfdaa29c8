package io.tenderhub.mongo;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import com.mongodb.client.MongoClient;
import com.mongodb.client.MongoClients;
import de.bwaldvogel.mongo.MongoServer;
import io.tenderhub.activity.Activity;
import io.tenderhub.activity.ActivityLog;
import io.tenderhub.contract.MovableClock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.bson.Document;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class ActivityRetentionTest {
    private static final String COLLECTION = "tenderhub_activities";
    private static final long BYTES = 1_048_576;
    private static final Instant NOW = Instant.parse("2026-11-21T08:00:00Z");

    private final TestMongo mongo = new TestMongo();
    private final MovableClock clock = new MovableClock(NOW);

    @AfterEach
    void close() {
        mongo.close();
    }

    private MongoAdapter.Builder builder() {
        return MongoAdapter.builder(mongo.database()).clock(clock).keepActivities(BYTES, Duration.ofDays(7));
    }

    private List<Document> indexes() {
        return mongo.database().getCollection(COLLECTION).listIndexes().into(new ArrayList<>());
    }

    @Test
    void aPlainCollectionLosesByATtlIndexWhatIsTooOld() {
        mongo.database().createCollection(COLLECTION);
        MongoAdapter adapter = mongo.adapter(builder());

        assertThat(indexes())
                .filteredOn(index -> index.containsKey("expireAfterSeconds"))
                .singleElement()
                .satisfies(index -> assertThat(index.get("key", Document.class)).containsOnlyKeys("at"))
                .satisfies(index -> assertThat(((Number) index.get("expireAfterSeconds")).longValue())
                        .isEqualTo(Duration.ofDays(7).toSeconds()));
        assertThatCode(adapter::verifyIndexes).doesNotThrowAnyException();
    }

    @Test
    void aServerThatExpiresNothingIsPurgedOfWhatIsTooOld() {
        mongo.database().createCollection(COLLECTION);
        MongoAdapter adapter = mongo.adapter(builder());
        adapter.activityLog().record(List.of(activity("old", NOW), activity("new", NOW.plusSeconds(1))));
        adapter.close();
        clock.advance(Duration.ofDays(7));
        assertThat(adapter.purgeExpired()).isZero();
        clock.advance(Duration.ofMillis(1));

        assertThat(adapter.purgeExpired()).isEqualTo(1);
        assertThat(adapter.activityLog().latestPublic(9))
                .extracting(Activity::id)
                .containsExactly("new");
    }

    @Test
    void aPlainCollectionWithoutItsTtlIndexIsNamed() {
        mongo.database().createCollection(COLLECTION);
        MongoAdapter adapter = mongo.adapter(builder());
        mongo.database().getCollection(COLLECTION).dropIndex(new Document("at", 1));

        assertThatIllegalStateException()
                .isThrownBy(adapter::verifyIndexes)
                .withMessageContaining("expiring {at:1} on " + COLLECTION);

        mongo.database().getCollection(COLLECTION).createIndex(new Document("at", 1));
        assertThatIllegalStateException().isThrownBy(adapter::verifyIndexes);
    }

    @Test
    void whatIsHandedOverIsWrittenBeforeTheEnd() {
        ActivityLog log;
        try (MongoAdapter adapter = mongo.adapter(builder())) {
            log = adapter.activityLog();
            log.record(List.of(activity("a", NOW)));
        }

        assertThat(log.latestPublic(9)).containsExactly(activity("a", NOW));
        assertThat(log.dropped()).isZero();
    }

    @Test
    void storesAnActivityInTheDocumentedForm() {
        try (MongoAdapter adapter = mongo.adapter(builder())) {
            adapter.activityLog()
                    .record(List.of(new Activity(
                            "event-42",
                            "tender.updated",
                            Optional.of(Samples.ACME),
                            "ocds-1",
                            Map.of("by", "jo", "at", "noon"),
                            Samples.NOON)));
        }

        assertThat(mongo.only(COLLECTION))
                .isEqualTo(new Document("_id", "event-42")
                        .append("type", "tender.updated")
                        .append("teamId", "acme")
                        .append("subject", "ocds-1")
                        .append(
                                "details",
                                List.of(
                                        new Document("name", "at").append("text", "noon"),
                                        new Document("name", "by").append("text", "jo")))
                        .append("at", StoredInstant.date(Samples.NOON))
                        .append("atNanos", 456_789));
    }

    @Test
    void whatIsNoActivityIsPassedOver() {
        MongoAdapter adapter = mongo.adapter(builder());
        mongo.database()
                .getCollection(COLLECTION)
                .insertMany(List.of(
                        new Document("_id", "x").append("at", StoredInstant.date(NOW.plusSeconds(9))),
                        new Document("_id", "y").append("details", 5)));
        adapter.activityLog().record(List.of(activity("a", NOW)));
        adapter.close();

        assertThat(adapter.activityLog().latestPublic(1)).containsExactly(activity("a", NOW));
    }

    @Test
    void asksTheServerForACappedCollectionAndUsesItWhereItGetsOne() {
        CappingBackend backend = new CappingBackend();
        MongoServer server = new MongoServer(backend);
        var address = server.bind();
        try (MongoClient client =
                MongoClients.create("mongodb://" + address.getHostString() + ":" + address.getPort())) {
            MongoAdapter adapter = MongoAdapter.builder(client.getDatabase("test"))
                    .keepActivities(BYTES, Duration.ofDays(7))
                    .build();
            adapter.createIndexes();
            adapter.createIndexes();

            assertThat(backend.asked()).containsExactly(COLLECTION + " of " + BYTES + " bytes");
            assertThat(client.getDatabase("test")
                            .getCollection(COLLECTION)
                            .listIndexes()
                            .into(new ArrayList<>()))
                    .hasSize(2)
                    .noneMatch(index -> index.containsKey("expireAfterSeconds"));
            assertThatCode(adapter::verifyIndexes).doesNotThrowAnyException();
            adapter.activityLog().record(List.of(activity("a", NOW.minusSeconds(999_999_999))));
            adapter.close();
            assertThat(adapter.purgeExpired()).isZero();
            assertThat(adapter.activityLog().latestPublic(9)).hasSize(1);
        } finally {
            server.shutdownNow();
        }
    }

    @Test
    void aTeamLeavesAlsoWhereACappedCollectionKeepsItsActivities() {
        CappingBackend backend = new CappingBackend();
        backend.keepWhatIsCapped();
        MongoServer server = new MongoServer(backend);
        var address = server.bind();
        try (MongoClient client =
                MongoClients.create("mongodb://" + address.getHostString() + ":" + address.getPort())) {
            MongoAdapter adapter =
                    MongoAdapter.builder(client.getDatabase("test")).build();
            adapter.createIndexes();
            adapter.activityLog()
                    .record(List.of(
                            new Activity("a", "test", Optional.of(Samples.ACME), "", Map.of(), NOW.minusSeconds(1))));
            adapter.close();
            adapter.secondLevel().forTeam(Samples.ACME).save("a", new byte[1], Duration.ofDays(1));

            assertThatCode(() -> adapter.derivedTeamData().forgetOlder(Samples.ACME, NOW))
                    .doesNotThrowAnyException();
            assertThatCode(() -> adapter.derivedTeamData().forget(Samples.ACME)).doesNotThrowAnyException();

            assertThat(adapter.activityLog().forTeam(Samples.ACME).latest(9)).hasSize(1);
            assertThat(adapter.secondLevel().forTeam(Samples.ACME).find("a")).isEmpty();
        } finally {
            server.shutdownNow();
        }
    }

    private static Activity activity(String id, Instant at) {
        return new Activity(id, "test", Optional.empty(), "", Map.of(), at);
    }
}
