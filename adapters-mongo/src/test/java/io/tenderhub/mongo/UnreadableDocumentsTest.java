package io.tenderhub.mongo;

import static io.tenderhub.mongo.Samples.ACME;
import static io.tenderhub.mongo.Samples.NOON;
import static org.assertj.core.api.Assertions.assertThat;

import com.mongodb.client.model.Updates;
import io.tenderhub.readiness.ScoreRepository.TeamScores;
import io.tenderhub.readiness.ScoreVersion;
import io.tenderhub.summary.SummaryVersion;
import java.util.List;
import java.util.Optional;
import org.bson.Document;
import org.bson.conversions.Bson;
import org.bson.types.ObjectId;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class UnreadableDocumentsTest {
    private final TestMongo mongo = new TestMongo();
    private final TeamScores scores = mongo.adapter().scores().forTeam(ACME);

    @BeforeEach
    void storeThree() {
        scores.saveAll(List.of(
                Samples.score("ocds-1", 90, 1, 1, NOON),
                Samples.score("ocds-2", 80, 1, 1, NOON),
                Samples.score("ocds-3", 70, 1, 1, NOON)));
    }

    @AfterEach
    void close() {
        mongo.close();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "reference",
                "tenderVersion",
                "profileVersion",
                "recommendation",
                "recommendationReason",
                "checklist",
                "blockers",
                "fixable",
                "policy",
                "generatedAt",
                "generatedAtNanos",
                "checklist.0.outcome",
                "checklist.0.weight",
                "checklist.0.evidence.text"
            })
    void oneWithoutAFieldIsAbsentAndTheOthersAreRead(String field) {
        spoil(Updates.unset(field));

        assertOnlyTheSecondIsAbsent();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "reference",
                "score",
                "tenderVersion",
                "recommendation",
                "checklist",
                "checklist.0",
                "checklist.0.outcome",
                "blockers.0",
                "policy",
                "generatedAt"
            })
    void oneWithAFieldOfAnotherTypeIsAbsentAndTheOthersAreRead(String field) {
        spoil(Updates.set(field, true));

        assertOnlyTheSecondIsAbsent();
    }

    @Test
    void numbersThatAToolMadeSmallerAreRead() {
        spoil(Updates.combine(Updates.unset("tenderVersion"), Updates.unset("profileVersion"), Updates.unset("score")));
        spoil(Updates.combine(
                Updates.set("tenderVersion", 1), Updates.set("profileVersion", 1), Updates.set("score", 80)));

        assertThat(scores.find("ocds-2")).contains(Samples.score("ocds-2", 80, 1, 1, NOON));
    }

    @ParameterizedTest
    @ValueSource(strings = {"tenderVersion", "generatedAt"})
    void oneWhoseVersionIsUnreadableIsReplaced(String field) {
        spoil(Updates.set(field, "zzz"));

        var again = Samples.score("ocds-2", 81, 1, 1, NOON);
        assertThat(scores.saveAll(List.of(again))).isEqualTo(1);
        assertThat(scores.find("ocds-2")).contains(again);
    }

    @Test
    void oneThatLooksNewerIsReplacedAndTheReadableNewerOnesStand() {
        scores.saveAll(List.of(Samples.score("ocds-3", 71, 9, 9, NOON)));
        spoil(Updates.combine(
                Updates.set("tenderVersion", 9L), Updates.set("profileVersion", 9L), Updates.unset("policy")));

        assertThat(scores.saveAll(List.of(
                        Samples.score("ocds-1", 91, 2, 1, NOON),
                        Samples.score("ocds-2", 81, 2, 1, NOON),
                        Samples.score("ocds-3", 72, 2, 1, NOON))))
                .isEqualTo(2);

        assertThat(scores.findAll(List.of("ocds-1", "ocds-2", "ocds-3")))
                .extracting(stored -> stored.score().points())
                .containsExactlyInAnyOrder(91.0, 81.0, 71.0);
    }

    @Test
    void aSummaryOfATimeBeforeFencesIsReadAndGuarded() {
        var summaries = mongo.adapter().summaries();
        var stored = Samples.summary("ocds-1", "Stored.", 1, NOON);
        summaries.saveAll(List.of(stored));
        mongo.database()
                .getCollection("tenderhub_summaries")
                .updateOne(new Document("_id", "ocds-1"), Updates.unset("fence"));

        assertThat(summaries.find("ocds-1")).contains(stored);
        assertThat(summaries.saveAll(List.of(Samples.summary("ocds-1", "Earlier.", 1, NOON.minusSeconds(1)))))
                .isZero();
        assertThat(summaries.saveAll(List.of(Samples.summary("ocds-1", "Later.", 1, NOON.plusSeconds(1)))))
                .isEqualTo(1);
    }

    @Test
    void anUnreadableSummaryIsAbsentAndTheOthersAreRead() {
        var summaries = mongo.adapter().summaries();
        var good = Samples.summary("ocds-1", "Good.", 1, NOON);
        summaries.saveAll(List.of(good));
        mongo.database().getCollection("tenderhub_summaries").insertOne(new Document("_id", "ocds-2"));

        assertThat(summaries.findAll(List.of("ocds-1", "ocds-2"))).containsExactly(good);
        assertThat(summaries.find("ocds-2")).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"tenderVersion", "teamId", "tenderId", "checklist.0.outcome"})
    void oneIsAmongTheVersionsWithZeroSoThatItIsMadeAgain(String field) {
        spoil(Updates.unset(field));

        assertThat(scores.versions(Optional.empty(), 9))
                .containsExactly(
                        new ScoreVersion("ocds-1", 1, 1),
                        new ScoreVersion("ocds-2", 0, 0),
                        new ScoreVersion("ocds-3", 1, 1));
        assertThat(scores.versionsOf(List.of("ocds-2"))).containsExactly(new ScoreVersion("ocds-2", 0, 0));
    }

    @Test
    void oneIsDeletedAsAnyOther() {
        spoil(Updates.unset("teamId"));

        assertThat(scores.deleteAll(List.of("ocds-2"))).isEqualTo(1);
        assertThat(scores.versions(Optional.empty(), 9)).hasSize(2);
    }

    @Test
    void oneIsDeletedWithAllOfItsTeam() {
        spoil(Updates.unset("teamId"));

        assertThat(scores.deleteEverything()).isEqualTo(3);
        assertThat(scores.versions(Optional.empty(), 9)).isEmpty();
    }

    @Test
    void whatIsNoTeamsIdNamesNoTeam() {
        var collection = mongo.database().getCollection("tenderhub_scores");
        collection.insertMany(List.of(
                new Document("teamId", 7).append("tenderId", "ocds-1"),
                new Document("teamId", "Not a team").append("tenderId", "ocds-1"),
                new Document("tenderId", "ocds-1")));

        assertThat(mongo.adapter().scores().teams()).containsExactly(ACME);
    }

    @Test
    void anUnreadableSummaryIsAmongTheVersionsWithZero() {
        var summaries = mongo.adapter().summaries();
        summaries.saveAll(List.of(Samples.summary("ocds-1", "Good.", 4, NOON)));
        var collection = mongo.database().getCollection("tenderhub_summaries");
        collection.insertMany(
                List.of(new Document("_id", "ocds-2"), new Document("_id", 5), new Document("_id", new ObjectId())));

        assertThat(summaries.versions(Optional.empty(), 9))
                .containsExactly(new SummaryVersion("ocds-1", 4), new SummaryVersion("ocds-2", 0));
        assertThat(summaries.versionsOf(List.of("ocds-2"))).containsExactly(new SummaryVersion("ocds-2", 0));
    }

    private void spoil(Bson update) {
        var result = mongo.database()
                .getCollection("tenderhub_scores")
                .updateOne(new Document("_id", "acme/ocds-2"), update);
        assertThat(result.getModifiedCount()).isEqualTo(1);
    }

    private void assertOnlyTheSecondIsAbsent() {
        assertThat(scores.find("ocds-2")).isEmpty();
        assertThat(scores.findAll(List.of("ocds-1", "ocds-2", "ocds-3")))
                .extracting(stored -> stored.score().ocid())
                .containsExactlyInAnyOrder("ocds-1", "ocds-3");
        assertThat(scores.best(2)).extracting(stored -> stored.score().ocid()).containsExactly("ocds-1", "ocds-3");
    }
}
