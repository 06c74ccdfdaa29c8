package io.tenderhub.mongo;

import static io.tenderhub.mongo.Samples.ACME;
import static io.tenderhub.mongo.Samples.NOON;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import com.mongodb.client.MongoCollection;
import com.mongodb.client.model.IndexOptions;
import io.tenderhub.naming.NamePrefix;
import java.util.ArrayList;
import java.util.List;
import org.bson.Document;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class IndexesTest {
    private static final Document TEAM_AND_TENDER = new Document("teamId", 1).append("tenderId", 1);

    private final TestMongo mongo = new TestMongo();
    private final MongoAdapter adapter =
            MongoAdapter.builder(mongo.database()).prefix(new NamePrefix("hub")).build();

    @AfterEach
    void close() {
        mongo.close();
    }

    @Test
    void createsWhatItVerifies() {
        adapter.createIndexes();
        adapter.createIndexes();

        assertThatCode(adapter::verifyIndexes).doesNotThrowAnyException();
        assertThat(scores().listIndexes().into(new ArrayList<>()))
                .extracting(index ->
                        index.get("key", Document.class).keySet().stream().toList())
                .contains(List.of("teamId", "score", "generatedAt"), List.of("teamId", "tenderId"));
    }

    @Test
    void namesEveryMissingIndex() {
        assertThatIllegalStateException()
                .isThrownBy(adapter::verifyIndexes)
                .withMessageContaining("{generatedAt:1} on hub_summaries")
                .withMessageContaining("{teamId:1, score:-1, generatedAt:-1} on hub_scores")
                .withMessageContaining("unique {teamId:1, tenderId:1} on hub_scores")
                .withMessageContaining("{teamId:1, at:-1, atNanos:-1, _id:1} on hub_activities")
                .withMessageContaining("expiring {expiresAt:1} on hub_cache");
    }

    @Test
    void namesOnlyWhatIsMissing() {
        adapter.createIndexes();
        scores().dropIndex(new Document("teamId", 1).append("score", -1).append("generatedAt", -1));

        assertThatIllegalStateException()
                .isThrownBy(adapter::verifyIndexes)
                .withMessageContaining("lacks the index {teamId:1, score:-1, generatedAt:-1} on hub_scores;");
    }

    @Test
    void anIndexThatShouldBeUniqueAndIsNotIsMissing() {
        adapter.createIndexes();
        scores().dropIndex(TEAM_AND_TENDER);
        scores().createIndex(TEAM_AND_TENDER);

        assertThatIllegalStateException()
                .isThrownBy(adapter::verifyIndexes)
                .withMessageContaining("unique {teamId:1, tenderId:1} on hub_scores");
    }

    @Test
    void anIndexOfTheSameFieldsInAnotherOrderIsNotTheSame() {
        adapter.createIndexes();
        scores().dropIndex(TEAM_AND_TENDER);
        scores().createIndex(new Document("tenderId", 1).append("teamId", 1), new IndexOptions().unique(true));

        assertThatIllegalStateException()
                .isThrownBy(adapter::verifyIndexes)
                .withMessageContaining("unique {teamId:1, tenderId:1} on hub_scores");
    }

    @Test
    void aTeamAndTenderAreUniqueInTheStoreItself() {
        adapter.createIndexes();
        adapter.scores().forTeam(ACME).saveAll(List.of(Samples.score("ocds-1", 50, 1, 1, NOON)));
        Document copy = scores().find().first();
        assertThat(copy).isNotNull();
        copy.put("_id", "another");

        assertThatCode(() -> scores().insertOne(copy)).hasMessageContaining("duplicate key");
    }

    private MongoCollection<Document> scores() {
        return mongo.database().getCollection("hub_scores");
    }
}
