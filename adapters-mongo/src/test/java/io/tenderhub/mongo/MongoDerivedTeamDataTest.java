package io.tenderhub.mongo;

import static org.assertj.core.api.Assertions.assertThat;

import io.tenderhub.activity.ActivityLog;
import io.tenderhub.cache.SecondLevel;
import io.tenderhub.contract.DerivedTeamDataContract;
import io.tenderhub.naming.NamePrefix;
import io.tenderhub.readiness.ScoreRepository;
import io.tenderhub.search.SearchLog;
import io.tenderhub.team.DerivedTeamData;
import io.tenderhub.team.TeamId;
import org.bson.Document;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

class MongoDerivedTeamDataTest {

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

    abstract static class OverMongo extends DerivedTeamDataContract {
        private final TestMongo mongo = new TestMongo();
        private final MongoAdapter adapter;
        private final String prefix;

        OverMongo(NamePrefix prefix) {
            this.adapter = mongo.adapter(prefix);
            this.prefix = prefix.toString();
        }

        @Override
        protected DerivedTeamData data() {
            return adapter.derivedTeamData();
        }

        @Override
        protected ScoreRepository scores() {
            return adapter.scores();
        }

        @Override
        protected ActivityLog log() {
            return adapter.activityLog();
        }

        @Override
        protected SearchLog searches() {
            return adapter.searchLog();
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
        void forgetsAlsoWhatCanNotBeRead() {
            for (String collection : new String[] {"_scores", "_activities", "_searches", "_cache"}) {
                mongo.database()
                        .getCollection(prefix + collection)
                        .insertOne(new Document("_id", "nonsense").append("teamId", "acme"));
            }

            data().forget(new TeamId("acme"));

            for (String collection : mongo.database().listCollectionNames()) {
                assertThat(mongo.database().getCollection(collection).countDocuments())
                        .as(collection)
                        .isZero();
            }
        }
    }
}
