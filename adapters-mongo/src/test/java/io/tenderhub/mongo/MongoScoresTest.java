package io.tenderhub.mongo;

import io.tenderhub.contract.ScoreRepositoryContract;
import io.tenderhub.naming.NamePrefix;
import io.tenderhub.readiness.ScoreRepository;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Nested;

class MongoScoresTest {

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

    abstract static class OverMongo extends ScoreRepositoryContract {
        private final TestMongo mongo = new TestMongo();
        private final ScoreRepository scores;

        OverMongo(NamePrefix prefix) {
            scores = mongo.adapter(prefix).scores();
        }

        @Override
        protected ScoreRepository scores() {
            return scores;
        }

        @AfterEach
        void close() {
            mongo.close();
        }
    }
}
