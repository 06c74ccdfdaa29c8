package io.tenderhub.mongo;

import static io.tenderhub.mongo.Samples.ACME;
import static io.tenderhub.mongo.Samples.BUILDERS;
import static io.tenderhub.mongo.Samples.NOON;
import static org.assertj.core.api.Assertions.assertThat;

import io.tenderhub.naming.NamePrefix;
import java.util.Date;
import java.util.List;
import org.bson.Document;
import org.bson.types.ObjectId;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class StoredFormTest {
    private final TestMongo mongo = new TestMongo();
    private final MongoAdapter adapter = mongo.adapter();

    @AfterEach
    void close() {
        mongo.close();
    }

    @Test
    void keepsAScoreToTheNanosecond() {
        var score = Samples.score("ocds-1", 62.5, 3, 2, NOON);
        adapter.scores().forTeam(ACME).saveAll(List.of(score));

        assertThat(adapter.scores().forTeam(ACME).find("ocds-1")).contains(score);
        assertThat(adapter.scores().forTeam(BUILDERS).find("ocds-1")).isEmpty();
    }

    @Test
    void storesAScoreInTheDocumentedForm() {
        adapter.scores().forTeam(ACME).saveAll(List.of(Samples.score("ocds-1", 62.5, 3, 2, NOON)));

        assertThat(mongo.only("tenderhub_scores"))
                .containsOnlyKeys(
                        "_id",
                        "teamId",
                        "tenderId",
                        "reference",
                        "tenderVersion",
                        "profileVersion",
                        "score",
                        "recommendation",
                        "recommendationReason",
                        "checklist",
                        "blockers",
                        "fixable",
                        "policy",
                        "generatedAt",
                        "generatedAtNanos",
                        "revision")
                .containsEntry("_id", "acme/ocds-1")
                .containsEntry("teamId", "acme")
                .containsEntry("tenderId", "ocds-1")
                .containsEntry("tenderVersion", 3L)
                .containsEntry("score", 62.5)
                .containsEntry("recommendation", "bid with a partner")
                .containsEntry("policy", new Document("name", "south-africa").append("version", "1"))
                .containsEntry("generatedAt", new Date(NOON.toEpochMilli()))
                .containsEntry("generatedAtNanos", 456_789);
    }

    @Test
    void storesASummaryInTheDocumentedForm() {
        var summary = Samples.summary("ocds-1", "In short.", 7, NOON);
        adapter.summaries().saveAll(List.of(summary));

        assertThat(adapter.summaries().find("ocds-1")).contains(summary);
        Document stored = mongo.only("tenderhub_summaries");
        assertThat(stored.remove("revision")).isInstanceOf(ObjectId.class);
        assertThat(stored)
                .isEqualTo(new Document("_id", "ocds-1")
                        .append("tenderVersion", 7L)
                        .append("text", "In short.")
                        .append("keyPoints", List.of("one", "two"))
                        .append("model", "extractive-1")
                        .append(
                                "facts",
                                new Document("closing", "21 November 2026")
                                        .append("cidb", "5GB")
                                        .append("place", "Gauteng"))
                        .append("fence", 0L)
                        .append("generatedAt", new Date(NOON.toEpochMilli()))
                        .append("generatedAtNanos", 456_789));
    }

    @Test
    void hubsOfDifferentPrefixesShareADatabase() {
        MongoAdapter other = mongo.adapter(new NamePrefix("other"));
        other.summaries().saveAll(List.of(Samples.summary("ocds-1", "Theirs.", 1, NOON)));

        assertThat(adapter.summaries().count()).isZero();
        assertThat(other.summaries().count()).isEqualTo(1);
        assertThat(mongo.only("other_summaries")).containsEntry("text", "Theirs.");
    }
}
