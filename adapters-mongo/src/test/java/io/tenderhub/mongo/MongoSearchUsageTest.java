package io.tenderhub.mongo;

import io.tenderhub.contract.SearchUsageContract;
import io.tenderhub.naming.NamePrefix;
import io.tenderhub.search.SearchLog;
import io.tenderhub.search.SearchUsage;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Nested;

class MongoSearchUsageTest {

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

    abstract static class OverMongo extends SearchUsageContract {
        private final TestMongo mongo = new TestMongo();
        private final MongoAdapter adapter;

        OverMongo(NamePrefix prefix) {
            adapter = mongo.adapter(prefix);
        }

        @Override
        protected SearchLog log() {
            return adapter.searchLog();
        }

        @Override
        protected SearchUsage usage() {
            return adapter.searchUsage();
        }

        @AfterEach
        void close() {
            mongo.close();
        }
    }
}
