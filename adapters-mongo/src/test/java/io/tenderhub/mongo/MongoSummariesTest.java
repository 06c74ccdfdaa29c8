package io.tenderhub.mongo;

import io.tenderhub.contract.SummaryRepositoryContract;
import io.tenderhub.naming.NamePrefix;
import io.tenderhub.summary.SummaryRepository;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Nested;

class MongoSummariesTest {

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

    abstract static class OverMongo extends SummaryRepositoryContract {
        private final TestMongo mongo = new TestMongo();
        private final SummaryRepository summaries;

        OverMongo(NamePrefix prefix) {
            summaries = mongo.adapter(prefix).summaries();
        }

        @Override
        protected SummaryRepository summaries() {
            return summaries;
        }

        @AfterEach
        void close() {
            mongo.close();
        }
    }
}
