package io.tenderhub.mongo;

import static org.assertj.core.api.Assertions.assertThat;

import io.tenderhub.cache.SecondLevel;
import io.tenderhub.contract.SecondLevelContract;
import io.tenderhub.naming.NamePrefix;
import io.tenderhub.team.TeamId;
import java.time.Duration;
import java.util.Date;
import org.bson.Document;
import org.bson.types.Binary;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

class MongoSecondLevelTest {

    @Nested
    class UnderTheDefaultPrefix extends OverMongo {
        UnderTheDefaultPrefix() {
            super(NamePrefix.DEFAULT);
        }
    }

    @Nested
    class UnderAnotherPrefix extends OverMongo {
        UnderAnotherPrefix() {
            super(new NamePrefix("hub_2"));
        }
    }

    abstract static class OverMongo extends SecondLevelContract {
        private final TestMongo mongo = new TestMongo();
        private final MongoAdapter adapter;
        private final String collection;

        OverMongo(NamePrefix prefix) {
            adapter = mongo.adapter(MongoAdapter.builder(mongo.database())
                    .prefix(prefix)
                    .clock(clock)
                    // A busy machine takes long for eight megabytes.
                    .secondLevelPatience(Duration.ofSeconds(30)));
            collection = prefix + "_cache";
        }

        @Override
        protected SecondLevel secondLevel() {
            return adapter.secondLevel();
        }

        @AfterEach
        void close() {
            mongo.close();
        }

        @Test
        void storesAnAnswerInTheDocumentedForm() {
            secondLevel().forEverybody().save("search:1", new byte[] {1, 2}, Duration.ofDays(1));

            assertThat(mongo.only(collection))
                    .isEqualTo(new Document("_id", "search:1")
                            .append("answer", new Binary(new byte[] {1, 2}))
                            .append("savedAt", Date.from(clock.instant()))
                            .append("expiresAt", Date.from(clock.instant().plus(Duration.ofDays(1)))));
        }

        @Test
        void storesATeamsAnswerInTheDocumentedForm() {
            secondLevel().forTeam(new TeamId("acme")).save("details:1", new byte[] {1}, Duration.ofDays(1));

            assertThat(mongo.only(collection))
                    .containsEntry("_id", "/acme/details:1")
                    .containsEntry("teamId", "acme");
        }

        @Test
        void doesNotKeepAnAnswerBeyondEightMegabytesNorTheOneBeforeIt() {
            secondLevel().forEverybody().save("search:1", new byte[MongoSecondLevel.MOST_BYTES], Duration.ofDays(1));
            assertThat(secondLevel().forEverybody().find("search:1")).isPresent();

            secondLevel()
                    .forEverybody()
                    .save("search:1", new byte[MongoSecondLevel.MOST_BYTES + 1], Duration.ofDays(1));
            assertThat(secondLevel().forEverybody().find("search:1")).isEmpty();
        }

        @Test
        void doesNotFindWhatIsNoAnswer() {
            var documents = mongo.database().getCollection(collection);
            Date later = Date.from(clock.instant().plusSeconds(60));
            documents.insertOne(
                    new Document("_id", "search:1").append("answer", "text").append("expiresAt", later));
            documents.insertOne(new Document("_id", "search:2").append("expiresAt", later));
            documents.insertOne(new Document("_id", "search:3").append("answer", new Binary(new byte[1])));

            assertThat(secondLevel().forEverybody().find("search:1")).isEmpty();
            assertThat(secondLevel().forEverybody().find("search:2")).isEmpty();
            assertThat(secondLevel().forEverybody().find("search:3")).isEmpty();
        }

        @Test
        void purgesWhatHasExpiredAndNothingElse() {
            secondLevel().forEverybody().save("short", new byte[1], Duration.ofMinutes(1));
            secondLevel().forEverybody().save("long", new byte[1], Duration.ofHours(1));
            clock.advance(Duration.ofMinutes(1));

            assertThat(adapter.purgeExpired()).isEqualTo(1);
            assertThat(adapter.purgeExpired()).isZero();
            assertThat(mongo.only(collection)).containsEntry("_id", "long");
        }
    }
}
